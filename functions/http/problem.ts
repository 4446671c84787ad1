import type { Problem } from '@shared/contract/common'
import type { Refusal, RefusalCode } from '@shared/model/refusal'

/** The one place that maps a refusal to a status (RFC 9457; `code` is the closed vocabulary, words are the client's). */
const status = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'session-ended': 401,
  'not-allowed': 403,
  'not-found': 404,
  'id-reused': 409,
  'too-large': 413,
  'unsupported-type': 415,
  'sign-in-code-invalid': 400,
  'sign-in-code-used': 400,
  'sign-in-busy': 503,
  'binding-code-invalid': 400,
  'binding-code-used': 409,
  'identity-bound': 409,
  'consent-needed': 409,
  'guardian-consent-needed': 409,
  'own-record': 403,
  'already-decided': 409,
  overlaps: 409,
  'not-pending': 409,
  'not-correctable': 409,
  'appeal-not-open': 409,
  'appeal-too-late': 409,
  'photo-not-ready': 409,
  'photo-missing': 400,
  'event-in-the-past': 400,
  'event-closed': 409,
  'event-full': 409,
  'event-has-not-started': 409,
  'not-signed-up': 409,
  'already-signed-up': 409,
  'pass-invalid': 400,
  'pass-expired': 400,
  'pass-of-another-event': 400,
  'application-open': 409,
  'application-not-open': 409,
  'application-changed': 409,
  'conditions-unmet': 409,
  'own-application': 403,
  'already-member': 409,
  'sheet-unreadable': 400,
  'sheet-columns-missing': 400,
} as const satisfies Record<RefusalCode, number>

export const statusOf = (code: RefusalCode) => status[code]

export const problemOf = (refusal: Refusal): Problem => ({
  type: `urn:qingcheng:problem:${refusal.refused}`,
  title: refusal.refused.replaceAll('-', ' '),
  status: status[refusal.refused],
  code: refusal.refused,
  ...(refusal.errors && { errors: refusal.errors }),
  ...(refusal.detail && { detail: refusal.detail }),
})
