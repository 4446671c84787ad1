const word = /[\p{Script=Latin}\p{Nd}.,:/%@&'’_–-]/u
const opening = /[（「『【《〈“‘(]/u
const closing = /[，。、；：！？）」』】》〉”’…)]/u
/** A space before a closing mark would let a line begin with the mark. */
const spaceBefore = new RegExp(` (?=${closing.source})`, 'gu')

/** What a line is not broken within: a Latin word or a number, a mark with what it belongs to (no line begins with 。 or ends with 「). */
const unitsOf = (text: string): string[] => {
  const units: string[] = []
  for (const character of text) {
    const last = units.at(-1)
    const sticks = last !== undefined && (closing.test(character) || opening.test(last.at(-1) ?? '') || (word.test(character) && word.test(last.at(-1) ?? '')))
    if (sticks) units[units.length - 1] += character
    else units.push(character)
  }
  return units
}

/** A text in lines no wider than `width`, as measured by `widthOf`; a unit that is too wide by itself is broken anywhere. */
export const breakLines = (text: string, width: number, widthOf: (text: string) => number): string[] => {
  const lines: string[] = []
  let line = ''
  const take = (unit: string) => {
    if (widthOf(line + unit) <= width || line === '') line += unit
    else {
      lines.push(line.trimEnd())
      line = unit.trimStart()
    }
  }
  for (const unit of unitsOf(text.replaceAll(/\s+/g, ' ').replaceAll(spaceBefore, '').trim())) {
    if (widthOf(unit) <= width) take(unit)
    else for (const character of unit) take(character)
  }
  return [...lines, line]
}
