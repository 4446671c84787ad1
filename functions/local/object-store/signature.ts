import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { accessDenied, Denial } from './denial'

/** Signature version 4, as the "Signature Calculations" pages of the Amazon S3 API reference describe it. */
export interface Keys {
  accessKeyId: string
  secretAccessKey: string
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** `<key id>/<yyyymmdd>/<region>/s3/aws4_request` */
const scopeOf = (credential: string, keys: Keys): { day: string; region: string; scope: string } => {
  const [id, day = '', region = '', service, end] = credential.split('/')
  if (id !== keys.accessKeyId) throw new Denial(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
  if (service !== 's3' || end !== 'aws4_request') throw accessDenied('The credential is malformed.')
  return { day, region, scope: `${day}/${region}/s3/aws4_request` }
}

/** @throws Denial where `signature` is not what `keys` make of `text` */
export const checkSignature = (keys: Keys, credential: string, text: string, signature: string): void => {
  const { day, region } = scopeOf(credential, keys)
  const key = hmac(hmac(hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region), 's3'), 'aws4_request')
  const expected = hmac(key, text).toString('hex')
  if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) {
    throw new Denial(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
  }
}

/** `20261124T145342Z` in epoch milliseconds, NaN where it is none. */
export const momentOf = (amzDate: string): number => Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

export interface SignedRequest {
  method: string
  /** As it was sent: a URL object would resolve the dots of a key. */
  path: string
  url: URL
  headers: IncomingHttpHeaders
}

const signedText = (request: SignedRequest, parts: { date: string; credential: string; headers: string; payload: string }, keys: Keys): string => {
  const query = [...request.url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encode(name)}=${encode(value)}`)
  const headers = parts.headers.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`)
  const canonical = [request.method, request.path.split('/').map((part) => encode(decodeURIComponent(part))).join('/'), query.sort().join('&'), headers.join(''), parts.headers, parts.payload]
  return ['AWS4-HMAC-SHA256', parts.date, scopeOf(parts.credential, keys).scope, sha256(canonical.join('\n'))].join('\n')
}

const skewMs = 15 * 60_000

/** A link that was signed beforehand: good from its date until its seconds have passed. */
const checkLink = (request: SignedRequest, keys: Keys, now: number): void => {
  const of = (name: string) => request.url.searchParams.get(`X-Amz-${name}`) ?? ''
  const from = momentOf(of('Date'))
  const seconds = Number(of('Expires'))
  if (!(from <= now + skewMs) || !(seconds > 0 && seconds <= 604_800)) throw accessDenied('The link’s date or life is malformed.')
  if (now > from + seconds * 1000) throw accessDenied('Request has expired')
  const parts = { date: of('Date'), credential: of('Credential'), headers: of('SignedHeaders'), payload: 'UNSIGNED-PAYLOAD' }
  checkSignature(keys, parts.credential, signedText(request, parts, keys), of('Signature'))
}

/** @throws Denial unless the request, or the link it follows, was signed with `keys` and is in time */
export const checkRequest = (request: SignedRequest, keys: Keys, now: number): void => {
  if (request.url.searchParams.has('X-Amz-Signature')) return checkLink(request, keys, now)
  const { credential, headers, signature } = /^AWS4-HMAC-SHA256 Credential=(?<credential>[^,]+), ?SignedHeaders=(?<headers>[^,]+), ?Signature=(?<signature>[0-9a-f]+)$/.exec(request.headers.authorization ?? '')?.groups ?? {}
  const date = String(request.headers['x-amz-date'] ?? '')
  if (!credential || !headers || !signature) throw accessDenied('Access Denied')
  if (!(Math.abs(momentOf(date) - now) <= skewMs)) throw new Denial(403, 'RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.')
  const parts = { date, credential, headers, payload: String(request.headers['x-amz-content-sha256'] ?? '') }
  checkSignature(keys, credential, signedText(request, parts, keys), signature)
}
