import type { KnownMember } from './import-roster'

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s()]/g, '').toLowerCase()

/** A member with where they belong: what a choice between two of one name is made by. */
export interface Candidate extends KnownMember {
  branch: string
}

export type FoundPerson = { person: Candidate } | { candidates: Candidate[] } | { unknown: 'name' | 'number-of-another' }

/**
 * Who a row of another platform's sheet is about: by student number where it has one, else by name, and by class among those of one name. A number of
 * somebody of another name is a mistake. A member with another number is not meant by a row that has one.
 */
export const personFinder = (members: readonly Candidate[]) => {
  const byNumber = new Map<string, Candidate[]>()
  for (const member of members) if (member.studentNumber !== undefined) byNumber.set(member.studentNumber.toUpperCase(), [...(byNumber.get(member.studentNumber.toUpperCase()) ?? []), member])
  const byName = new Map<string, Candidate[]>()
  for (const member of members) byName.set(plain(member.name), [...(byName.get(plain(member.name)) ?? []), member])
  return ({ name, studentNumber, className }: { name: string; studentNumber?: string | undefined; className?: string | undefined }): FoundPerson => {
    const numbered = studentNumber === undefined ? undefined : byNumber.get(studentNumber)
    if (numbered) {
      // A number is one person's within a branch; two branches may have given the same.
      const theirs = numbered.filter((member) => plain(member.name) === plain(name))
      const inClass = theirs.length > 1 && className !== undefined ? theirs.filter((member) => member.className !== undefined && plain(member.className) === plain(className)) : theirs
      const [first] = inClass
      if (theirs.length === 0) return { unknown: 'number-of-another' }
      return first && inClass.length === 1 ? { person: first } : { candidates: inClass.length ? inClass : theirs }
    }
    const named = (byName.get(plain(name)) ?? []).filter((member) => studentNumber === undefined || member.studentNumber === undefined)
    const [only] = named
    if (!only) return { unknown: 'name' }
    const classmates = className === undefined ? named : named.filter((member) => member.className !== undefined && plain(member.className) === plain(className))
    const [one] = classmates
    if (one && classmates.length === 1) return { person: one }
    // One of that name, and in another class: a person may have changed class, or be somebody else. That is for who knows them.
    return named.length === 1 && className === undefined ? { person: only } : { candidates: classmates.length ? classmates : named }
  }
}
