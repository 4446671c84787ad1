/** Whether somebody is meant by what was typed: a part of the name, or of its pinyin's initials where those are known. */
export const isNamed = ({ name, initials }: { name: string; initials?: string | undefined }, typed: string): boolean => {
  const wanted = typed.toLowerCase()
  return name.toLowerCase().includes(wanted) || (initials?.includes(wanted) ?? false)
}
