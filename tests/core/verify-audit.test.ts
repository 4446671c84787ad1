import { generateKeyPairSync } from 'node:crypto'
import type { ApplicationStep } from '@shared/model/application'
import fc from 'fast-check'
import type { NewStep } from '../../functions/core/act-input'
import { canonical, hashOf } from '../../functions/core/audit-chain'
import { type AuditChain, auditBody, manifestLine, manifestMessage, manifestOf } from '../../functions/core/audit-export'
import { chainStep } from '../../functions/core/chain-step'
import { type AuditFits, fitsAfter, isFault, verifyAudit } from '../../functions/core/verify-audit'
import { auditVerifier } from '../../functions/signing/audit-verifier'
import { keySigner } from '../../functions/signing/key-signer'
import { signHead } from '../../functions/use-cases/sign-head'

const newSigner = () => keySigner(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
const signer = newSigner()
const thief = newSigner()
const at = '2026-06-27T02:00:00.000Z'
type Signer = typeof signer

const acts: NewStep[] = [
  { act: 'apply', to: 'applied', facts: {}, texts: { letter: '我志愿' } },
  { act: 'talk', to: 'talked', facts: { date: '2026-03-03' }, texts: { talker: '书记', notes: '谈了理想' } },
  { act: 'record-route', to: 'talked', facts: { route: 'points', date: '2026-03-04', points: 76, needed: 60, ruleSet: { id: 'wangcang', version: 1 } }, texts: { words: '' } },
  { act: 'return', to: 'returned', facts: { backTo: 'applied' }, texts: { reason: '请重新谈话' } },
]
/** An application's chain of `count` entries with its head, signed by `by`. `salt` makes it another one. */
const chain = async (applicationId: string, count: number, by: Signer = signer, salt = 'aa'): Promise<AuditChain> => {
  const steps: ApplicationStep[] = []
  for (let i = 0; i < count; i++) {
    steps.push(chainStep(acts[i % acts.length] as NewStep, { n: i + 1, stepId: `${applicationId}-step-${i}`, applicationId, at: `2026-03-0${i + 1}T02:00:00.000Z`, by: 'w-secretary', procedure: 1, last: steps.at(-1), salt }))
  }
  return { steps, head: await signHead(by, steps.at(-1) as ApplicationStep) }
}
const exportOf = async (chains: AuditChain[], by: Signer = signer, when = at, org = 'wangcang.s01') => {
  const body = auditBody(chains)
  const manifest = manifestOf(org, when, chains, body)
  return body + manifestLine({ ...manifest, ...(await by.sign(manifestMessage(manifest))) })
}
const verifier = await signer.publicKey().then(auditVerifier)
const judge = (text: string | Uint8Array) => verifyAudit(typeof text === 'string' ? Buffer.from(text) : text, verifier)
const three = async () => [await chain('letter-1', 3), await chain('letter-2', 4), await chain('letter-3', 2)]
const good = await exportOf(await three())
const lines = good.trimEnd().split('\n')
const joined = (...parts: (string | undefined)[]) => parts.map((line) => `${line}\n`).join('')

test('an export fits, and so does one of nobody', async () => {
  expect(judge(good)).toMatchObject({ org: 'wangcang.s01', at, applications: 3, entries: 9 })
  expect(judge(await exportOf([]))).toMatchObject({ applications: 0, entries: 0 })
  expect(good).not.toMatch(/谈|志愿|书记/)
})

test('any single changed byte is found, wherever it is', () => {
  const bytes = Buffer.from(good)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (where, by) => {
      const changed = Buffer.from(bytes)
      changed[where] = (bytes[where] as number) ^ by
      return isFault(judge(changed))
    }),
    { numRuns: 3_000 },
  )
  // Every byte of the last lines of an application and of the file, one bit: what is signed, and the signatures.
  const last = good.indexOf(lines.at(-2) as string)
  for (let where = last; where < bytes.length; where++) {
    const changed = Buffer.from(bytes)
    changed[where] = (bytes[where] as number) ^ 1
    expect([where, isFault(judge(changed))]).toEqual([where, true])
  }
})

test('any byte taken out, put in or put at the end is found', () => {
  const bytes = Buffer.from(good)
  fc.assert(fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (where) => isFault(judge(Buffer.concat([bytes.subarray(0, where), bytes.subarray(where + 1)])))), { numRuns: 500 })
  fc.assert(fc.property(fc.integer({ min: 0, max: bytes.length }), fc.integer({ min: 0, max: 255 }), (where, byte) => isFault(judge(Buffer.concat([bytes.subarray(0, where), Buffer.from([byte]), bytes.subarray(where)])))), { numRuns: 500 })
})

test('cut off anywhere is found', () => {
  const bytes = Buffer.from(good)
  fc.assert(fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => isFault(judge(bytes.subarray(0, length)))), { numRuns: 500 })
  expect(judge(joined(...lines.slice(0, 2)))).toMatchObject({ application: 'letter-1', seq: 3, why: 'no-manifest' })
  expect(judge(joined(...lines.slice(0, 4)))).toMatchObject({ line: 5, why: 'no-manifest' })
  expect(judge(good.trimEnd())).toMatchObject({ why: 'cut-off' })
  expect(judge('')).toMatchObject({ line: 1, why: 'no-manifest' })
  expect(judge(`${good}\n`)).toMatchObject({ why: 'trailing' })
})

// Lines of the export: 0–2 and head 3; 4–7 and head 8; 9–10 and head 11; the manifest 12.
const [, second, , firstHead, , , , , , , , , manifest] = lines
const swapped = (a: number, b: number) => joined(...lines.map((line, i) => (i === a ? lines[b] : i === b ? lines[a] : line)))
test.each([
  ['an entry taken out', () => joined(...lines.filter((_, i) => i !== 5)), { application: 'letter-2', seq: 2, why: 'removed' }],
  ['the first entry taken out', () => joined(...lines.slice(1)), { application: 'letter-1', seq: 1, why: 'removed' }],
  ['the last entry taken out', () => joined(...lines.filter((_, i) => i !== 7)), { application: 'letter-2', seq: 4, why: 'cut-off' }],
  ['two entries in the other order', () => swapped(1, 2), { application: 'letter-1', seq: 2, why: 'removed' }],
  ['an entry twice', () => joined(...lines.slice(0, 2), second, ...lines.slice(2)), { application: 'letter-1', seq: 3, why: 'reordered' }],
  ['an entry of another application', () => joined(...lines.slice(0, 2), lines[5], ...lines.slice(2)), { application: 'letter-1', seq: 3, why: 'foreign' }],
  ['a head taken out', () => joined(...lines.filter((line) => line !== firstHead)), { application: 'letter-1', seq: 4, why: 'foreign' }],
  ['a head of another application', () => joined(...lines.slice(0, 3), lines[8], ...lines.slice(4)), { application: 'letter-1', seq: 3, why: 'foreign' }],
  ['a head alone', () => joined(firstHead, ...lines.slice(4)), { application: 'letter-1', seq: 1, why: 'cut-off' }],
  ['an application taken out', () => joined(...lines.slice(4)), { application: 'letter-1', seq: 1, why: 'removed' }],
  ['an application twice', () => joined(...lines.slice(0, 4), ...lines), { application: 'letter-1', seq: 1, why: 'reordered' }],
  ['two applications in the other order', () => joined(...lines.slice(4, 9), ...lines.slice(0, 4), ...lines.slice(9)), { application: 'letter-1', seq: 1, why: 'reordered' }],
  ['a line of something else', () => joined('{"note":{}}', ...lines), { line: 1, why: 'unknown-line' }],
  ['an empty line', () => joined('', ...lines), { line: 1, why: 'not-canonical' }],
  ['an entry with its words', () => joined(lines[0]?.replace('"to":"applied"', '"texts":{"letter":"x"},"to":"applied"'), ...lines.slice(1)), { application: 'letter-1', seq: 1, why: 'altered' }],
  ['a space', () => joined(lines[0]?.replace(':', ': '), ...lines.slice(1)), { line: 1, why: 'not-canonical' }],
  ['a hash in capitals', () => joined(lines[0]?.replace(/"hash":"(\w+)"/, (_, hash: string) => `"hash":"${hash.toUpperCase()}"`), ...lines.slice(1)), { application: 'letter-1', seq: 1, why: 'altered' }],
  ['unused bits of a signature', () => joined(...lines.slice(0, 3), firstHead?.replace(/"signature":"([^"=]+)(=*)"/, (_, text: string, pad: string) => `"signature":"${text}${pad === '' ? '=' : pad.slice(1)}"`), ...lines.slice(4)), { application: 'letter-1', seq: 3, why: 'recomputed' }],
  ['a byte order mark', () => `\uFEFF${good}`, { line: 1, why: 'not-canonical' }],
  ['lines that end as on Windows', () => good.replaceAll('\n', '\r\n'), { line: 1, why: 'not-canonical' }],
  ['a manifest in the middle', () => joined(manifest, ...lines), { why: 'removed', application: 'letter-1' }],
])('%s is found and named', (_what, text, fault) => {
  expect(judge(text())).toMatchObject(fault)
})

test('a chain made anew without the key is found: its head is by another key, or the old one, or none', async () => {
  const [, two, last] = (await three()) as [AuditChain, AuditChain, AuditChain]
  const forged = await chain('letter-1', 3, thief, 'bb')
  expect(judge(await exportOf([forged, two, last], thief))).toMatchObject({ application: 'letter-1', seq: 3, why: 'other-key' })
  const disguised = { ...forged, head: { ...(forged.head as NonNullable<AuditChain['head']>), keyId: verifier.keyId } }
  expect(judge(await exportOf([disguised, two, last]))).toMatchObject({ application: 'letter-1', seq: 3, why: 'recomputed' })
  expect(judge(await exportOf([{ ...forged, head: (await chain('letter-1', 3)).head }, two, last]))).toMatchObject({ application: 'letter-1', seq: 3, why: 'recomputed' })
  expect(judge(await exportOf([{ ...forged, head: undefined }, two, last]))).toMatchObject({ application: 'letter-1', seq: 4, why: 'foreign' })
  // One entry made anew, hash and all: the next one no longer follows it.
  const entry = two.steps[1] as ApplicationStep
  const other = { ...entry, by: 'somebody-else', hash: '' }
  const steps = two.steps.map((step) => (step === entry ? { ...other, hash: hashOf(other) } : step)) as ApplicationStep[]
  expect(judge(await exportOf([{ ...two, steps }, last]))).toMatchObject({ application: 'letter-2', seq: 3, why: 'recomputed' })
})

test('an old head with fewer entries is found by the signed manifest, which names the application', async () => {
  const old = await exportOf([await chain('letter-2', 2)])
  const forged = joined(...lines.slice(0, 4), ...old.trimEnd().split('\n').slice(0, -1), ...lines.slice(9))
  expect(judge(forged)).toMatchObject({ application: 'letter-2', seq: 3, why: 'cut-off' })
})

test('with a manifest of the key too, only an older export knows more: each of its chains must go on', async () => {
  const [one, two, last] = (await three()) as [AuditChain, AuditChain, AuditChain]
  const older = judge(good) as AuditFits
  const later = async (chains: AuditChain[], when = '2026-07-01T00:00:00.000Z', org?: string) => judge(await exportOf(chains, signer, when, org)) as AuditFits
  expect(fitsAfter(await later([one, await chain('letter-2', 6), last, await chain('letter-4', 1)]), older)).toBeUndefined()
  expect(fitsAfter(await later([one, two, last], undefined, 'wangcang'), older)).toBeUndefined()
  expect(fitsAfter(await later([one, await chain('letter-2', 2), last]), older)).toMatchObject({ application: 'letter-2', seq: 3, why: 'shorter-than-before' })
  expect(fitsAfter(await later([one, await chain('letter-2', 4, signer, 'bb'), last]), older)).toMatchObject({ application: 'letter-2', seq: 1, why: 'other-than-before' })
  expect(fitsAfter(await later([one, two]), older)).toMatchObject({ application: 'letter-3', seq: 1, why: 'gone-since' })
  expect(fitsAfter(await later([one, two, last], '2026-06-01T00:00:00.000Z'), older)).toMatchObject({ why: 'not-later' })
  expect(fitsAfter(await later([one, two, last], undefined, 'wangcang.s02'), older)).toMatchObject({ why: 'of-another-organisation' })
})

test('controls: what the checks go by is what finds it', () => {
  // The same bytes with the line's own form not asked for: JSON that means the same passes hash and signature, and would go unseen.
  const spaced = JSON.parse((lines[0] as string).replace(':', ': '))
  expect(canonical(spaced)).toBe(lines[0])
  // With a verifier that believes everything, a chain by another key fits.
  const gullible = { keyId: verifier.keyId, verify: () => true }
  const unsigned = good.replaceAll(/"signature":"[^"]+"/g, '"signature":"AAAA"')
  expect(isFault(verifyAudit(Buffer.from(unsigned), gullible))).toBe(true)
  expect(isFault(verifyAudit(Buffer.from(joined(...lines.slice(0, 12), manifest?.replace(/"signature":"[^"]+"/, '"signature":"AAAA"'))), gullible))).toBe(false)
  expect(judge(joined(...lines.slice(0, 12), manifest?.replace(/"signature":"[^"]+"/, '"signature":"AAAA"')))).toMatchObject({ why: 'manifest-altered' })
})
