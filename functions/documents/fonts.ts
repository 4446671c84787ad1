import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/**
 * Noto Sans SC has all of the national list of standard characters and more (30 890); Noto Sans JP stands in with some that it lacks (𠮷). Both lie beside
 * the function as files (serverless.yml, `package.patterns`) and are read once a process.
 */
const files = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  medium: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  fallback: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
} as const
export type Face = keyof typeof files
export const faces = Object.keys(files) as Face[]

const read = <T>(make: (face: Face) => T) => {
  const kept = new Map<Face, T>()
  return (face: Face): T => {
    const value = kept.get(face) ?? make(face)
    kept.set(face, value)
    return value
  }
}

const { resolve } = createRequire(import.meta.url)
export const fontBytes = read((face) => readFileSync(resolve(files[face])))
const parsed = read((face) => create(fontBytes(face)) as Font)
const covers = (face: Face, character: string) => parsed(face).hasGlyphForCodePoint(character.codePointAt(0) as number)

/** What stands where no font has a character: printers' own mark for a missing type. */
const missingType = '〓'

/** The characters of a text that no font has, each once. */
export const unprintable = (text: string): string[] => [...new Set([...text])].filter((character) => !covers('regular', character) && !covers('fallback', character))

/** A text in runs of one face each: the fallback's where the wanted face lacks a character, and 〓 where both do. */
export const runsOf = (text: string, wanted: 'regular' | 'medium'): { face: Face; text: string }[] => {
  const runs: { face: Face; text: string }[] = []
  for (const character of text) {
    const face = covers(wanted, character) || !covers('fallback', character) ? wanted : 'fallback'
    const printed = covers(face, character) ? character : missingType
    const last = runs.at(-1)
    if (last?.face === face) last.text += printed
    else runs.push({ face, text: printed })
  }
  return runs
}
