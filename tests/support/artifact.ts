import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** The one file of a function's artifact, by the zip's central directory. */
const unpack = (zip: Buffer): Buffer => {
  const entry = zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1')
  const [packed, at] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)]
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  return inflateRawSync(zip.subarray(begin, begin + packed))
}

/** Unpacks a function as Lambda does; gives the file and its size in bytes. */
export const unpackArtifact = (zip: string): { file: string; bytes: number } => {
  const code = unpack(readFileSync(zip))
  const file = join(mkdtempSync(join(tmpdir(), 'artifact-')), 'handler.mjs')
  writeFileSync(file, code)
  return { file, bytes: code.length }
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
