import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { evaluateLine } from '@shared/rules/evaluate-line'

/** `evaluate` beside JSON.parse + JSON.stringify of the same lines (A and B interleaved, CPU time, p50), and the command's peak memory in KB. */
export interface EvaluateBench {
  casesPerSecond: number
  ratio: number
  peakKbAt1e4: number
  peakKbAt1e5: number
}

const lines = readFileSync(new URL('../vectors/cases.ndjson', import.meta.url), 'utf8').trimEnd().split('\n')

const cpuSeconds = (work: (line: string) => unknown): number => {
  const before = process.cpuUsage()
  for (let round = 0; round < 10; round++) for (const line of lines) work(line)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

const many = (count: number): Readable => {
  const each = function* () {
    for (let n = 0; n < count; n++) yield `${lines[n % lines.length]}\n`
  }
  return Readable.from(each())
}

/** Runs the command itself on so many lines; it tells its peak resident set on a fourth channel as it ends. */
const peakKb = async (count: number): Promise<number> => {
  const tell = "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))"
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(tell)}`, 'functions/commands/evaluate.ts'], { stdio: ['pipe', 'ignore', 'inherit', 'pipe'] })
  const [, told] = await Promise.all([pipeline(many(count), child.stdin as NodeJS.WritableStream), text(child.stdio[3] as Readable)])
  return Number(told)
}

export const benchEvaluate = async (): Promise<EvaluateBench> => {
  const ours: number[] = []
  const plain: number[] = []
  for (let round = 0; round < 30; round++) {
    ours.push(cpuSeconds((line) => evaluateLine(line, 1)))
    plain.push(cpuSeconds((line) => JSON.stringify(JSON.parse(line))))
  }
  // The first rounds warm the compiler up.
  const [a, b] = [median(ours.slice(10)), median(plain.slice(10))]
  return { casesPerSecond: Math.round((lines.length * 10) / a), ratio: b / a, peakKbAt1e4: await peakKb(1e4), peakKbAt1e5: await peakKb(1e5) }
}
