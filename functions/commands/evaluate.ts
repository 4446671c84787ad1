import { once } from 'node:events'
import { evaluateLine } from '@shared/rules/evaluate-line'

/**
 * `npm run --silent evaluate`: one case a line on standard input, one result a line on standard output, in order, streaming (spec/admission-rules.md,
 * "The command"). Exits with 1 where a line was not a valid case.
 */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const enough = 1 << 16

const decode = (bytes: Buffer): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

let line = 0
let pending: Buffer[] = []
let out: string[] = []
let waiting = 0

const flush = async (): Promise<void> => {
  const text = out.join('')
  out = []
  waiting = 0
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

const take = async (bytes: Buffer): Promise<void> => {
  const result = evaluateLine(decode(bytes), ++line)
  if (!result.valid) process.exitCode = 1
  out.push(result.out, '\n')
  waiting += result.out.length
  if (waiting > enough) await flush()
}

// A reader that has read enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
  let from = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
    const end = chunk.subarray(from, at)
    await take(pending.length ? Buffer.concat([...pending, end]) : end)
    pending = []
    from = at + 1
  }
  if (from < chunk.length) pending.push(chunk.subarray(from))
}
if (pending.length) await take(Buffer.concat(pending))
await flush()
