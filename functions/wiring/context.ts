import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Org } from '@shared/model/org'
import type { Policy } from '../core/fold-policy'
import { readOrgs } from '../store/orgs'
import { openTable, type Table } from '../store/table'
import type { Context, Files, NoticeTemplates, Signer, WeChat } from '../use-cases/context'
import { readPolicy } from '../use-cases/read-policy'
import { clock } from './clock'
import type { Sessions, Stage } from './configuration'

/** Keeps what `read` gives for 30 s a key; a read under way is shared, a failed one is forgotten. */
export const kept = <T>(now: () => number, read: (key: string) => Promise<T>, forMs = 30_000) => {
  const held = new Map<string, { until: number; value: Promise<T> }>()
  return (key: string): Promise<T> => {
    const known = held.get(key)
    if (known && known.until > now()) return known.value
    const value = read(key)
    held.set(key, { until: now() + forMs, value })
    value.catch(() => held.delete(key))
    return value
  }
}

/** Policy and organisations, kept in the process: a county's rules change a few times a year. */
export const countyReads = (table: Table, now: () => number, forMs?: number) => ({
  policy: kept<Policy>(now, (countyId) => readPolicy(table, countyId), forMs),
  orgs: kept<Map<string, Org>>(now, async (countyId) => new Map((await readOrgs(table, countyId)).map((org) => [org.id, org])), forMs),
})

/** The context of a deployed function. What it does not use it leaves out, so that a small function stays small and holds no secret it has no use for. */
export const contextOf = (stage: Stage, parts: { files?: Files; wechat?: WeChat; signer?: Signer; weChatAppId?: string; weChatWebAppId?: string; weChatPage?: Context['weChatPage']; sessions?: Sessions; noticeTemplates?: NoticeTemplates | undefined } = {}): Context => {
  const table = openTable(new DynamoDBClient({}), stage.table)
  const now = () => clock.now()
  const absent = (part: string) => new Proxy({}, { get: () => { throw new Error(`This function has no ${part}`) } })
  return {
    table,
    now,
    random: (bytes) => randomBytes(bytes),
    ...countyReads(table, now),
    files: parts.files ?? (absent('files') as Files),
    weChatPage: parts.weChatPage,
    wechat: parts.wechat ?? (absent('WeChat') as WeChat),
    signer: parts.signer ?? (absent('signing key') as Signer),
    config: { stage: stage.name, demo: stage.demo, telemetryDays: stage.telemetryDays, endedApplicationDays: stage.endedApplicationDays, weChatAppId: parts.weChatAppId ?? '', weChatWebAppId: parts.weChatWebAppId ?? '', noticeTemplates: parts.noticeTemplates, sessionMinutes: parts.sessions?.minutes ?? 0, sessionSecret: parts.sessions?.secret ?? new Uint8Array() },
  }
}
