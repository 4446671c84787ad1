import type { Result, RuleSet } from '@shared/model/rules'
import type { Transcript } from '../core/transcript'
import type { About } from './about'
import { unprintable } from './fonts'
import { renderProgressReport } from './render-progress-report'
import { renderTranscript } from './render-transcript'

export type DocumentContent = { kind: 'transcript'; transcript: Transcript } | { kind: 'progress-report'; ruleSet: RuleSet; result: Result }

/** What makes the PDFs, as a use-case needs it. */
export interface Renderer {
  /** The characters of a name that no font here has. */
  unprintable(name: string): string[]
  render(about: About, content: DocumentContent): Promise<{ bytes: Buffer; pages: number }>
}

export const pdfRenderer: Renderer = {
  unprintable,
  render: (about, content) => (content.kind === 'transcript' ? renderTranscript(about, content.transcript) : renderProgressReport(about, content.ruleSet, content.result)),
}
