import type { ActName, Application, ChainHead, StepOf } from '@shared/model/application'
import type { RuleSet } from '@shared/model/rules'
import { lastOf } from '@shared/rules/application-order'
import { localDateIn } from '@shared/rules/local-date-in'
import type { About } from './about'

/** Everything that the papers of one application are made of. Names are there for ids; dates are local ones. */
export interface Dossier {
  about: About
  birthDate: string
  application: Application
  /** The names of the branch, and of the committee above it. */
  branchName: string
  committeeName: string
  nameOf(personId: string): string
  /** A version of the rules, where it is still known. */
  rulesOf(version: number): RuleSet | undefined
  head?: ChainHead | undefined
  attachments: Attached[]
  /** Photos of a letter on paper, as JPEG by their SHA-256, where they are still kept. */
  pictures?: ReadonlyMap<string, Uint8Array>
}
/** A file or a photo that belongs to the application. */
export interface Attached {
  what: string
  sha256: string
  bytes?: number | undefined
  pages?: number | undefined
}

export const last = <A extends ActName>({ application }: Pick<Dossier, 'application'>, act: A): StepOf<A> | undefined => lastOf(application, act)

/** The local date that a step is of: what it states, or the day it was entered. */
export const dateOfStep = ({ about: { timeZone } }: Pick<Dossier, 'about'>, { facts, at }: Pick<StepOf<ActName>, 'facts' | 'at'>): string => {
  const said = facts as { date?: string; from?: string; decision?: { date: string } }
  return said.decision?.date ?? said.from ?? said.date ?? localDateIn(timeZone, Date.parse(at))
}

/** Each introducer of the form that stands, with what they said of the applicant since, where they have. */
export const introductions = (dossier: Dossier): { name: string; opinion?: string; date?: string }[] => {
  const form = last(dossier, 'fill-form')
  return (form?.facts.introducers ?? []).map((personId) => {
    const said = dossier.application.steps.findLast((step): step is StepOf<'introduce'> => step.act === 'introduce' && step.facts.introducer === personId && step.n > (form?.n ?? 0))
    return { name: dossier.nameOf(personId), ...(said && { opinion: said.texts?.opinion ?? '', date: said.facts.date }) }
  })
}
