import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** The files of a zip by its central directory, as they were before they were packed. */
const filesIn = (zip: Buffer): { name: string; content: Buffer }[] => {
  const files: { name: string; content: Buffer }[] = []
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  for (let at = zip.readUInt32LE(end + 16); zip.toString('latin1', at, at + 4) === 'PK\u0001\u0002'; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    const [method, packed, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(begin, begin + packed)
    files.push({ name: zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)), content: method === 0 ? content : inflateRawSync(content) })
  }
  return files
}

/** Unpacks a function as Lambda does; gives the file of its code and that one's size in bytes. */
export const unpackArtifact = (zip: string): { file: string; bytes: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'artifact-'))
  const files = filesIn(readFileSync(zip))
  for (const { name, content } of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const [code, ...more] = files.filter(({ name }) => name.endsWith('.mjs'))
  if (!code || more.length) throw new Error(`${zip} has not one file of code`)
  return { file: join(folder, code.name), bytes: code.content.length }
}

/** Whether a function's code loads in a new plain Node process: everything it imports is in it. Throws with what is missing. */
export const loadCold = async (file: string, env: Record<string, string>): Promise<void> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', 'await import(process.argv[1]); process.exit()', file], { stdio: ['ignore', 'ignore', 'pipe'], env })
  const fault = await text(child.stderr)
  if (fault) throw new Error(fault)
}

const runner = `
const { handler } = await import(process.argv[1])
const answer = await handler(JSON.parse(process.argv[2]), {})
const { user, system } = process.cpuUsage()
process.stdout.write(JSON.stringify({ answer, cpuMs: (user + system) / 1000 }), () => process.exit())`

/** One cold start: the file's handler in a new plain Node process with nothing but `env`, one event, and the CPU time of the process until the answer. */
export const coldCall = async (file: string, event: object, env: Record<string, string>): Promise<{ answer: APIGatewayProxyStructuredResultV2; cpuMs: number }> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', runner, file, JSON.stringify(event)], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const [out, fault] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (!out) throw new Error(fault)
  return JSON.parse(out)
}
