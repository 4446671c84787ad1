import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Org } from '@shared/model/org'
import type { Role } from '@shared/model/role'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { keySigner } from '../../functions/signing/key-signer'
import { keys } from '../../functions/store/keys'
import { roleHolderItem } from '../../functions/store/role-trail'
import { type Item, openTable, writeAll } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { countyReads } from '../../functions/wiring/context'
import { type FreshTable, freshTable } from './dynamodb'

/** A key made for this run: the public part comes from the signer. */
export const testSigner = keySigner(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())

export interface TestContext extends Context {
  /** Sets the clock: RFC 3339. */
  setNow(instant: string): void
  close(): Promise<void>
}

/** A context on a fresh table of DynamoDB Local, with a clock that stands still until it is set, and nothing kept in the process. */
export const testContext = async (parts: Partial<Context> = {}): Promise<TestContext> => {
  const fresh: FreshTable = await freshTable({ sweeps: false })
  const table = openTable(fresh.client, fresh.name)
  let now = Date.parse('2026-06-15T02:00:00Z')
  let drawn = 0
  return {
    table,
    now: () => now,
    setNow: (instant) => {
      now = Date.parse(instant)
    },
    // The same in each run, and no two draws alike.
    random: (bytes) => createHash('shake256', { outputLength: bytes }).update(String(++drawn)).digest(),
    ...countyReads(table, () => now, 0),
    files: {
      presignUpload: async (key) => ({ url: 'http://files.test/', fields: { key } }),
      presignRead: async (key) => `http://files.test/${key}?signed`,
    },
    wechat: { exchange: async () => ({ refused: 'sign-in-code-invalid' }), exchangeWeb: async () => ({ refused: 'sign-in-code-invalid' }) },
    signer: testSigner,
    config: { stage: 'local', demo: true, telemetryDays: 90, endedApplicationDays: 365, weChatAppId: 'wx-test', weChatWebAppId: 'wx-web-test', sessionMinutes: 30, sessionSecret: new TextEncoder().encode('a-secret-of-the-tests-0123456789abcdef') },
    ...parts,
    close: () => fresh.drop(),
  }
}

const org = (id: string, kind: Org['kind'], name: string, classes?: string[]): Item => ({ ...keys.org(id), id, kind, name, ...(classes && { classes }) })

interface PersonMade { name?: string; initials?: string; branch?: string; birthDate?: string; roles?: Role[] }
const person = (personId: string, { name = personId, initials, branch, birthDate = '2010-03-01', roles = [] }: PersonMade): Item[] => {
  const all = branch === undefined ? roles : [{ name: 'student' as const, scope: branch }, ...roles]
  return [
    { ...keys.me(personId), personId, name, ...(initials && { initials }), birthDate, ...(branch && { branch, className: '初三（1）班' }), roles: all, epoch: 1 },
    ...roles.flatMap(({ name: role, scope }) => (role === 'student' ? [] : [roleHolderItem({ personId, role, scope })])),
    ...(branch ? [{ ...keys.member(branch, personId), personId, name, ...(initials && { initials }), birthDate, className: '初三（1）班' }] : []),
  ]
}
/** Puts a person: ME, and the roster's entry where they have a branch. */
export const putPerson = async (context: Context, personId: string, made: PersonMade) => writeAll(context.table, person(personId, made))

/** Two counties; in the first two schools with two branches, a township with its home; one person of each role in and out of scope. */
export const smallWorld = async (context: Context): Promise<void> => {
  const both = ['wangcang', 'qingchuan'].flatMap((county): Item[] => [
    org(county, 'county', county),
    org(`${county}.s01`, 'school', '第一中学'), org(`${county}.s02`, 'school', '第二中学'),
    org(`${county}.s01.b01`, 'branch', '初三（1）班团支部', ['初三（1）班']), org(`${county}.s01.b02`, 'branch', '初三（2）班团支部', ['初三（2）班']), org(`${county}.s02.b01`, 'branch', '初三（1）班团支部', ['初三（1）班']),
    org(`${county}.t01`, 'township', '东河镇'), org(`${county}.t01.home`, 'home', '东河镇青年之家'), org(`${county}.t02`, 'township', '白水镇'), org(`${county}.t02.home`, 'home', '白水镇青年之家'),
    { ...keys.ruleSet(county, 1), effectiveFrom: '2025-01-01', ruleSet: { ...defaultRuleSet, id: county } },
    { ...keys.studyIssue(county, 1), id: '2026-20', publishedAt: '2026-05-11T00:00:00Z' },
  ])
  const people = ['wangcang', 'qingchuan'].flatMap((county): Item[] => {
    const short = county === 'wangcang' ? 'w' : 'q'
    return [
      ...person(`${short}-student`, { branch: `${county}.s01.b01` }),
      ...person(`${short}-classmate`, { branch: `${county}.s01.b01` }),
      ...person(`${short}-student-b02`, { branch: `${county}.s01.b02` }),
      ...person(`${short}-student-s02`, { branch: `${county}.s02.b01` }),
      ...person(`${short}-manager`, { roles: [{ name: 'home-manager', scope: `${county}.t01.home` }] }),
      ...person(`${short}-secretary`, { roles: [{ name: 'branch-secretary', scope: `${county}.s01.b01` }] }),
      ...person(`${short}-secretary-b02`, { roles: [{ name: 'branch-secretary', scope: `${county}.s01.b02` }] }),
      ...person(`${short}-school`, { roles: [{ name: 'committee', scope: `${county}.s01` }] }),
      ...person(`${short}-township`, { roles: [{ name: 'committee', scope: `${county}.t01` }] }),
      ...person(`${short}-county`, { roles: [{ name: 'county-committee', scope: county }] }),
    ]
  })
  await writeAll(context.table, [...both, ...people])
}
