const two = (n: number) => String(n).padStart(2, '0')

/** An instant as WeChat wants a time: in Asia/Shanghai, which has no summer time. */
const localTime = (at: string): string => {
  const local = new Date(Date.parse(at) + 8 * 3_600_000)
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** WeChat counts characters, and refuses the whole notice for one too many. */
const cut = (text: string, most: number): string => {
  const letters = [...text.trim()]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** The kinds of field a template may have here, by the letters of its name (`thing1`): texts of up to 20 characters, up to five Chinese ones, times. */
export const fieldKinds = { what: ['thing'], outcome: ['phrase', 'thing'], at: ['time', 'date'] } as const
export const kindOfField = (name: string): string => name.replace(/\d+$/, '')

/** A value as a field of this name takes it. */
export const fitField = (name: string, value: string): string => {
  const kind = kindOfField(name)
  if (kind === 'time' || kind === 'date') return localTime(value)
  return kind === 'phrase' ? [...value].slice(0, 5).join('') : cut(value, 20) || '—'
}
