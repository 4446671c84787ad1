import type { Table } from '../store/table'
import type { Context, Files, Signer, WeChat } from '../use-cases/context'
import { countyReads } from '../wiring/context'

const absent = <T extends object>(part: string): T =>
  new Proxy({} as T, {
    get: () => {
      throw new Error(`A command has no ${part}`)
    },
  })

/** The context of a command that works on the table alone: no photos, no WeChat, no sessions. */
export const plainContext = (table: Table, now: () => number, random: Context['random']): Context => ({
  table,
  now,
  random,
  ...countyReads(table, now),
  files: absent<Files>('files'),
  wechat: absent<WeChat>('WeChat'),
  signer: absent<Signer>('signing key'),
  config: { stage: 'command', demo: false, telemetryDays: 90, endedApplicationDays: 365, weChatAppId: '', weChatWebAppId: '', sessionMinutes: 0, sessionSecret: new Uint8Array() },
})
