import type * as z from 'zod'
import { accountEndpoints } from './accounts'
import { applicationEndpoints } from './applications'
import { attachmentEndpoints } from './attachments'
import { cardEndpoints } from './cards'
import { checkInEndpoints } from './check-in'
import { conflictEndpoints } from './conflicts'
import { documentEndpoints } from './documents'
import type { Endpoint } from './endpoint'
import { eventPeopleEndpoints } from './event-people'
import { eventEndpoints } from './events'
import { examEndpoints } from './exams'
import { exportEndpoints } from './exports'
import { handoverEndpoints } from './handover'
import { homeEndpoints } from './home'
import { membershipEndpoints } from './memberships'
import { leagueSchoolEndpoints } from './league-schools'
import { planEndpoints } from './plan'
import { violationEndpoints } from './violations'
import { meetingEndpoints } from './meetings'
import { moveEndpoints } from './moves'
import { messageEndpoints } from './messages'
import { policyEndpoints } from './policy'
import { procedureEndpoints } from './procedures'
import { identityEndpoints } from './identities'
import { importEndpoints } from './imports'
import { progressEndpoints } from './progress'
import { questionEndpoints } from './questions'
import { readEndpoints } from './reads'
import { recordEndpoints } from './records'
import { roleEndpoints } from './roles'
import { rosterEndpoints } from './roster'
import { scannerEndpoints } from './scanners'
import { sessionEndpoints } from './session'
import { spotCheckEndpoints } from './spot-checks'
import { transferEndpoints } from './transfers'
import { turnEndpoints } from './turns'
import { youthHomeEndpoints } from './youth-homes'
import { venueEndpoints } from './venue'

/** Every endpoint of the API, once: the server validates by it, OpenAPI is generated from it, the mini-app takes its types from it. */
export const endpoints = {
  ...sessionEndpoints,
  ...accountEndpoints,
  ...identityEndpoints,
  ...homeEndpoints,
  ...messageEndpoints,
  ...progressEndpoints,
  ...recordEndpoints,
  ...eventEndpoints,
  ...eventPeopleEndpoints,
  ...checkInEndpoints,
  ...scannerEndpoints,
  ...conflictEndpoints,
  ...cardEndpoints,
  ...spotCheckEndpoints,
  ...venueEndpoints,
  ...applicationEndpoints,
  ...attachmentEndpoints,
  ...meetingEndpoints,
  ...rosterEndpoints,
  ...importEndpoints,
  ...readEndpoints,
  ...documentEndpoints,
  ...exportEndpoints,
  ...roleEndpoints,
  ...membershipEndpoints,
  ...planEndpoints,
  ...leagueSchoolEndpoints,
  ...moveEndpoints,
  ...turnEndpoints,
  ...transferEndpoints,
  ...handoverEndpoints,
  ...violationEndpoints,
  ...policyEndpoints,
  ...procedureEndpoints,
  ...examEndpoints,
  ...questionEndpoints,
  ...youthHomeEndpoints,
} satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
type Of<N extends EndpointName> = (typeof endpoints)[N]
type In<N extends EndpointName, K extends string> = Of<N> extends Record<K, infer S extends z.ZodType> ? z.input<S> : unknown
type Out<N extends EndpointName, K extends string> = Of<N> extends Record<K, infer S extends z.ZodType> ? z.output<S> : unknown

/** What a client sends: path parameters, query and body in one object. */
export type Input<N extends EndpointName> = In<N, 'params'> & In<N, 'query'> & In<N, 'body'>
/** What a handler receives, defaults filled in. */
export type Parsed<N extends EndpointName> = Out<N, 'params'> & Out<N, 'query'> & Out<N, 'body'>
export type Answer<N extends EndpointName> = z.output<Of<N>['answer']>
