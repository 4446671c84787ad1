import type { Org } from '@shared/model/org'
import type { NoticeKind } from '@shared/model/notice'
import type { Policy } from '../core/fold-policy'
import type { Me } from '../store/people'
import type { Table } from '../store/table'

/** What the object store can do for the use-cases (functions/files has the S3 one). */
export interface Files {
  /** Where a client may POST one photo, and what with. */
  presignUpload(key: string, contentType: string, mostBytes: number): Promise<{ url: string; fields: Record<string, string> }>
  /** A link that ends after five minutes; `saveAs` is the name a browser gives the file. */
  presignRead(key: string, saveAs?: string): Promise<string>
}

/** Signs the heads of audit chains: KMS in the cloud, a key file on the local stage. Anyone who has the public key can check it (functions/core/audit-chain.ts). */
export interface Signer {
  /** ECDSA P-256 over SHA-256 of the message: DER in base64. */
  sign(message: string): Promise<{ keyId: string; signature: string }>
  /** PEM (SPKI). */
  publicKey(): Promise<string>
}

type CodeRefused = { refused: 'sign-in-code-invalid' | 'sign-in-code-used' | 'sign-in-busy' | 'web-sign-in-off' }

/** What WeChat answers for a `code` (functions/wechat): of the mini-program, and of a browser. */
export interface WeChat {
  exchange(code: string): Promise<{ openId: string; unionId?: string; sessionKey: string } | CodeRefused>
  exchangeWeb(code: string): Promise<{ openId: string; unionId?: string } | CodeRefused>
}

/** A template of WeChat's for a kind of notice, and what its fields are called there: what it is about, what came of it, when. */
export interface NoticeTemplate {
  id: string
  what: string
  outcome: string
  at: string
}
export type NoticeTemplates = Partial<Record<NoticeKind, NoticeTemplate>>

/** Everything a use-case may touch besides its input: every side effect, the clock included. */
export interface Context {
  table: Table
  /** Epoch milliseconds. */
  now(): number
  /** Random bytes, for codes and handles. */
  random(bytes: number): Uint8Array
  /** Rule sets and study issues of a county, at most 30 s old. */
  policy(countyId: string): Promise<Policy>
  /** Organisations of a county, at most 30 s old, by id. */
  orgs(countyId: string): Promise<Map<string, Org>>
  files: Files
  wechat: WeChat
  signer: Signer
  /** The page of WeChat's on which a browser signs in, and which sends it back with a code and this state; absent where there is no account for the web. */
  weChatPage?: ((state: string) => string) | undefined
  config: { stage: string; demo: boolean; telemetryDays: number; endedApplicationDays: number; weChatAppId: string; weChatWebAppId: string; sessionMinutes: number; sessionSecret: Uint8Array; noticeTemplates?: NoticeTemplates | undefined }
}

/** Who is asking: their own account as it was read to check the session. */
export type Actor = Me

export const instantOf = (ms: number): string => new Date(ms).toISOString()
