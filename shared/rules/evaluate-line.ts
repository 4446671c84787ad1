import { checkCase } from './check-case'
import { evaluateReady } from './evaluate'
import { Fault } from './fault'
import { resultLine } from './result-line'

const refuse = (line: number, path: string, message: string): string => JSON.stringify({ error: { line, message, path } })

/** One line in, one line out (spec: The command): the result of a valid case, or the first fault of an invalid one. `text` undefined: not UTF-8. */
export const evaluateLine = (text: string | undefined, line: number): { out: string; valid: boolean } => {
  if (text === undefined) return { out: refuse(line, '', 'not UTF-8'), valid: false }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { out: refuse(line, '', text.trim() === '' ? 'a blank line' : 'not JSON'), valid: false }
  }
  try {
    const ready = checkCase(value)
    return { out: resultLine(evaluateReady(ready), ready.input.ruleSet), valid: true }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { out: refuse(line, fault.path, fault.message), valid: false }
  }
}
