import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { checkPdf } from '../../functions/files/check-pdf'
import type { Objects } from '../../functions/files/s3-objects'
import { acceptAttachment } from '../../functions/use-cases/accept-attachment'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'

const student = 'w-student'
let context: TestContext
let call: ReturnType<typeof apiOf>
let kept: Map<string, Uint8Array>
const objects: Objects = { get: async (key) => kept.get(key), put: async (key, body) => void kept.set(key, body), delete: async (key) => void kept.delete(key) }
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
  kept = new Map()
}, 60_000)
afterEach(() => context.close())

const pdfOf = async (pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> => {
  const doc = new PDFDocument({ size: 'A4', ...options })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const over = new Promise((done) => doc.once('end', done))
  doc.text('stamped')
  for (let n = 1; n < pages; n++) doc.addPage().text('stamped')
  doc.end()
  await over
  return Buffer.concat(chunks)
}
const start = (bytes: number, id = 'file-0001', who = 'w-secretary') => call(who, 'POST', `/v1/people/${student}/attachments`, { id, contentType: 'application/pdf', bytes })
const show = async (id = 'file-0001', who = 'w-secretary') => (await call(who, 'GET', `/v1/people/${student}/attachments/${id}`)).body
const arrive = async (bytes: Uint8Array, id = 'file-0001') => {
  const { body } = await start(bytes.length, id)
  kept.set(body.fields.key, bytes)
  await acceptAttachment(context, objects, checkPdf, body.fields.key)
}

test('a scan is kept byte for byte under its hash; its original is gone, and the application’s people open it by a link', async () => {
  const scan = await pdfOf(3)
  const sha256 = createHash('sha256').update(scan).digest('hex')
  expect(await start(scan.length)).toMatchObject({ status: 201, body: { fileId: 'file-0001', fields: { key: `quarantine-files/${student}/file-0001` } } })
  expect(await show()).toMatchObject({ state: 'waiting', kind: 'scan' })
  await arrive(scan)
  expect([...kept.keys()]).toEqual([`attachments/${student}/${sha256}.pdf`])
  expect(Buffer.from(kept.get(`attachments/${student}/${sha256}.pdf`) ?? [])).toEqual(scan)
  const shown = { fileId: 'file-0001', state: 'ready', sha256, bytes: scan.length, pages: 3, url: `http://files.test/attachments/${student}/${sha256}.pdf?signed`, fileName: '入团志愿书扫描件-w-student-2026-06-15.pdf' }
  for (const who of ['w-secretary', 'w-county', student]) expect(await show('file-0001', who)).toMatchObject(shown)
  expect((await call(student, 'GET', `/v1/people/${student}/attachments`)).body.files).toMatchObject([shown])
})

const ruined = async (change: (pdf: Buffer) => Buffer) => change(await pdfOf(2))
test.each([
  ['not-a-pdf', 'a picture', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...new Array(500).fill(0)])],
  ['not-a-pdf', 'a page with a PDF after it', () => ruined((pdf) => Buffer.concat([Buffer.from('<html><script>1</script>'), pdf]))],
  ['corrupt', 'a PDF cut off', () => ruined((pdf) => pdf.subarray(0, pdf.length - 900))],
  ['corrupt', 'a header and nothing more', async () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  ['locked', 'one with a password', () => pdfOf(1, { userPassword: 'secret' })],
  ['too-many-pages', 'a book', () => pdfOf(201)],
] as const)('refused as %s: %s; the original is deleted, and a new one may come', async (why, _what, make) => {
  await arrive(await make())
  expect(await show()).toMatchObject({ state: 'refused', refusedBecause: why })
  expect(kept.size).toBe(0)
  expect((await call(student, 'GET', `/v1/people/${student}/attachments`)).body.files).toEqual([])
  await arrive(await pdfOf(1), 'file-0002')
  expect(await show('file-0002')).toMatchObject({ state: 'ready' })
})

test('told twice by the bucket it is the same; what nobody was allowed to upload is deleted unread', async () => {
  const scan = await pdfOf(1)
  await arrive(scan)
  const { sha256 } = await show()
  kept.set(`quarantine-files/${student}/file-0001`, await pdfOf(2))
  await acceptAttachment(context, objects, checkPdf, `quarantine-files/${student}/file-0001`)
  expect((await show()).sha256).toBe(sha256)
  kept.set(`quarantine-files/${student}/nobody-asked`, scan)
  await acceptAttachment(context, { ...objects, get: async () => { throw new Error('read') } }, checkPdf, `quarantine-files/${student}/nobody-asked`)
  expect(kept.has(`quarantine-files/${student}/nobody-asked`)).toBe(false)
})

test('the same id again is the same place until it was looked at, and nobody else’s', async () => {
  const scan = await pdfOf(1)
  await start(scan.length)
  expect(await start(scan.length)).toMatchObject({ status: 201 })
  expect(await start(scan.length + 1)).toMatchObject({ status: 409, body: { code: 'id-reused' } })
  expect(await start(scan.length, 'file-0001', 'w-school')).toMatchObject({ status: 409, body: { code: 'id-reused' } })
  await arrive(scan)
  expect(await start(scan.length)).toMatchObject({ status: 409, body: { code: 'id-reused' } })
})

test('wrong input names the field: another type, more than the county’s procedure takes; what is not there is not found', async () => {
  expect(await call('w-secretary', 'POST', `/v1/people/${student}/attachments`, { id: 'file-0001', contentType: 'image/jpeg', bytes: 10 })).toMatchObject({ status: 400, body: { errors: [{ path: 'contentType' }] } })
  expect(await start(20 * 1024 * 1024)).toMatchObject({ status: 201 })
  expect(await start(20 * 1024 * 1024 + 1, 'file-0002')).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path: 'bytes', code: 'too-large' }] } })
  expect(await call('w-secretary', 'GET', `/v1/people/${student}/attachments/file-none`)).toMatchObject({ status: 404 })
})
