import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type CreatedObject, type ObjectStore, startObjectStore } from '../../functions/local/object-store/server'

const keys = { accessKeyId: 'local', secretAccessKey: 'local' }
const Bucket = 'files'
const Key = 'quarantine/p-1/photo 1.jpg'

describe('the local object store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingcheng-files-'))
  const created: CreatedObject[] = []
  let ahead = 0
  let store: ObjectStore
  let s3: S3Client
  beforeAll(async () => {
    store = await startObjectStore({ folder, keys, now: () => Date.now() + ahead, created: (object) => void created.push(object) })
    s3 = new S3Client({ endpoint: store.endpoint, region: 'local', credentials: keys })
  })
  afterEach(() => {
    ahead = 0
    created.length = 0
    rmSync(join(folder, Bucket), { recursive: true, force: true })
  })
  afterAll(async () => {
    s3.destroy()
    await store.stop()
    rmSync(folder, { recursive: true })
  })

  const sign = (client = s3) =>
    createPresignedPost(client, { Bucket, Key, Expires: 60, Fields: { 'Content-Type': 'image/jpeg' }, Conditions: [['content-length-range', 3, 10]] })
  /** Posts as a browser does; `change` is the violation. */
  const post = async (change: { url?: string; fields?: Record<string, string | undefined>; body?: string; after?: Record<string, string>; client?: S3Client } = {}) => {
    const { url, fields } = await sign(change.client)
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, ...change.fields })) if (value !== undefined) form.append(name, value)
    form.append('file', new Blob([change.body ?? 'abcde'], { type: 'image/jpeg' }), 'a.jpg')
    for (const [name, value] of Object.entries(change.after ?? {})) form.append(name, value)
    const response = await fetch(change.url ?? url, { method: 'POST', body: form })
    return { status: response.status, code: /<Code>(.*)<\/Code>/.exec(await response.text())?.[1] }
  }
  const refusedWith = async (change: Parameters<typeof post>[0], status: number, code: string) => {
    expect(await post(change)).toEqual({ status, code })
    expect(created).toEqual([])
    expect(existsSync(join(folder, Bucket)) ? readdirSync(join(folder, Bucket)) : []).toEqual([])
  }

  test('takes what the policy allows, tells of it, and gives it back by a signed link', async () => {
    expect(await post()).toEqual({ status: 204, code: undefined })
    expect(created).toEqual([{ bucket: Bucket, key: Key, bytes: 5, etag: expect.any(String) }])
    const response = await fetch(await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 300 }))
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'image/jpeg', 'abcde'])
  })

  test('the length’s bounds themselves are allowed', async () => {
    expect((await post({ body: 'abc' })).status).toBe(204)
    expect((await post({ body: 'abcdefghij' })).status).toBe(204)
  })

  describe('refuses', () => {
    test('a changed policy', async () => {
      const wide = Buffer.from(JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions: [] })).toString('base64')
      await refusedWith({ fields: { Policy: wide } }, 403, 'SignatureDoesNotMatch')
    })
    test('a changed signature', () => refusedWith({ fields: { 'X-Amz-Signature': 'f'.repeat(64) } }, 403, 'SignatureDoesNotMatch'))
    test('no signature', () => refusedWith({ fields: { 'X-Amz-Signature': undefined } }, 403, 'SignatureDoesNotMatch'))
    test('no policy', () => refusedWith({ fields: { Policy: undefined } }, 403, 'AccessDenied'))
    test('another secret', async () => {
      const client = new S3Client({ endpoint: store.endpoint, region: 'local', credentials: { ...keys, secretAccessKey: 'guessed' } })
      await refusedWith({ client }, 403, 'SignatureDoesNotMatch')
    })
    test('an unknown key id', async () => {
      const client = new S3Client({ endpoint: store.endpoint, region: 'local', credentials: { ...keys, accessKeyId: 'other' } })
      await refusedWith({ client }, 403, 'InvalidAccessKeyId')
    })
    test('an expired policy', async () => {
      ahead = 61_000
      await refusedWith({}, 403, 'AccessDenied')
    })
    test('another key', () => refusedWith({ fields: { key: 'evidence/p-2/photo.jpg' } }, 403, 'AccessDenied'))
    test('another bucket', () => refusedWith({ url: `${store.endpoint}/other` }, 403, 'AccessDenied'))
    test('another content type', () => refusedWith({ fields: { 'Content-Type': 'text/html' } }, 403, 'AccessDenied'))
    test('no content type', () => refusedWith({ fields: { 'Content-Type': undefined } }, 403, 'AccessDenied'))
    test('a field the policy does not name', () => refusedWith({ fields: { acl: 'public-read' } }, 403, 'AccessDenied'))
    test('a file too long', () => refusedWith({ body: 'abcdefghijk' }, 400, 'EntityTooLarge'))
    test('a file much too long', () => refusedWith({ body: 'a'.repeat(3_000_000) }, 400, 'EntityTooLarge'))
    test('a file too short', () => refusedWith({ body: 'ab' }, 400, 'EntityTooSmall'))
    test('fields after the file', () => refusedWith({ fields: { key: undefined }, after: { key: Key } }, 403, 'AccessDenied'))
    test('no form at all', async () => {
      expect((await fetch(`${store.endpoint}/${Bucket}`, { method: 'POST', body: 'x' })).status).toBe(400)
    })
  })

  describe('a link', () => {
    const link = () => getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 300 })
    beforeEach(() => s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from('abc'), ContentType: 'image/jpeg' })))

    test('ends with its time', async () => {
      const url = await link()
      ahead = 299_000
      expect((await fetch(url)).status).toBe(200)
      ahead = 301_000
      expect((await fetch(url)).status).toBe(403)
    })
    test('is for one object, one method and its own life only', async () => {
      const url = await link()
      expect((await fetch(url.replace('photo', 'other'))).status).toBe(403)
      expect((await fetch(url, { method: 'DELETE' })).status).toBe(403)
      expect((await fetch(url.replace('Expires=300', 'Expires=301'))).status).toBe(403)
      expect((await fetch(url)).status).toBe(200)
    })
    test('is needed', async () => {
      expect((await fetch(`${store.endpoint}/${Bucket}/${encodeURIComponent(Key)}`)).status).toBe(403)
    })
  })

  test('the SDK puts, gets and deletes; a key with dots stays in the folder', async () => {
    for (const key of ['evidence/p-1/a.thumb.jpg', '../../escape', '名.jpg']) {
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: Buffer.from(key) }))
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: key }))
      expect(await Body?.transformToString()).toBe(key)
      await s3.send(new DeleteObjectCommand({ Bucket, Key: key }))
      await expect(s3.send(new GetObjectCommand({ Bucket, Key: key }))).rejects.toMatchObject({ name: 'NoSuchKey' })
    }
    expect(existsSync(join(folder, '..', 'escape'))).toBe(false)
  })

  test('objects are there again after a restart', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from('kept') }))
    const second = await startObjectStore({ folder, keys })
    const client = new S3Client({ endpoint: second.endpoint, region: 'local', credentials: keys })
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
    expect(await Body?.transformToString()).toBe('kept')
    client.destroy()
    await second.stop()
  })
})
