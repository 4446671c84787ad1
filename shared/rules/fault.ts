/** The first thing that is wrong with a case, by the path of its field; the path is empty where the line as a whole is at fault. */
export class Fault extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message)
  }
}

export type Fields = Record<string, unknown>

const most = Number.MAX_SAFE_INTEGER

export const objectAt = (value: unknown, path: string): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(path, value === undefined ? 'missing' : 'not an object')
  return value as Fields
}

export const arrayAt = (value: unknown, path: string): unknown[] => {
  if (!Array.isArray(value)) throw new Fault(path, value === undefined ? 'missing' : 'not an array')
  return value
}

export const textAt = (value: unknown, path: string): string => {
  if (typeof value !== 'string') throw new Fault(path, value === undefined ? 'missing' : 'not a string')
  return value
}

export const wholeAt = (value: unknown, path: string, least: number, atMost = most): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > atMost) throw new Fault(path, value === undefined ? 'missing' : `not a whole number from ${least} to ${atMost}`)
  return value
}

export const numberAt = (value: unknown, path: string): number => {
  if (typeof value !== 'number') throw new Fault(path, value === undefined ? 'missing' : 'not a number')
  return value
}

export const oneOfAt = <T extends string>(value: unknown, path: string, words: readonly T[]): T => {
  if (!words.includes(value as T)) throw new Fault(path, value === undefined ? 'missing' : `not one of ${words.join(', ')}`)
  return value as T
}

/** Own properties only: a category may be called `constructor`. */
export const own = (fields: Fields, name: string): unknown => (Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined)
