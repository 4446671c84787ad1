import type { Result, RuleSet } from '@shared/model/rules'
import type { Transcript } from '../core/transcript'
import type { About } from './about'
import type { Dossier } from './dossier'
import { unprintable } from './fonts'
import { renderAdmissionForm } from './render-admission-form'
import { renderEFile } from './render-e-file'
import { renderLetter } from './render-letter'
import { type Minutes, renderMinutes } from './render-minutes'
import { type Notice, renderNotice } from './render-notice'
import { renderProgressReport } from './render-progress-report'
import { renderTranscript } from './render-transcript'

export type DocumentContent = { kind: 'transcript'; transcript: Transcript } | { kind: 'progress-report'; ruleSet: RuleSet; result: Result }
export type PaperContent =
  | { kind: 'application-letter' | 'admission-form' | 'e-file'; dossier: Dossier }
  | { kind: 'branch-minutes'; about: About; minutes: Minutes }
  | { kind: 'public-notice'; about: About; notice: Notice }
type Made = Promise<{ bytes: Buffer; pages: number }>

/** What makes the PDFs, as a use-case needs it. */
export interface Renderer {
  /** The characters of a name that no font here has. */
  unprintable(name: string): string[]
  render(about: About, content: DocumentContent): Made
  /** A paper of the admission procedure. */
  renderPaper(content: PaperContent): Made
}

export const pdfRenderer: Renderer = {
  unprintable,
  render: (about, content) => (content.kind === 'transcript' ? renderTranscript(about, content.transcript) : renderProgressReport(about, content.ruleSet, content.result)),
  renderPaper: (content) => {
    switch (content.kind) {
      case 'application-letter':
        return renderLetter(content.dossier)
      case 'admission-form':
        return renderAdmissionForm(content.dossier)
      case 'e-file':
        return renderEFile(content.dossier)
      case 'branch-minutes':
        return renderMinutes(content.about, content.minutes)
      case 'public-notice':
        return renderNotice(content.about, content.notice)
    }
  },
}
