import { accessDenied, Denial } from './denial'
import { checkSignature, type Keys } from './signature'

/** The fields of a form by name in lower case: S3 takes them in any case. */
export type Fields = Map<string, string>
export interface LengthRange {
  least: number
  most: number
}

const free = (name: string) => ['x-amz-signature', 'policy', 'file'].includes(name) || name.startsWith('x-ignore-')
const failed = (condition: unknown) => accessDenied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`)

const readPolicy = (encoded: string): { expiration: string; conditions: unknown[] } => {
  try {
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { expiration: string; conditions: unknown[] }
    if (!Array.isArray(policy.conditions) || Number.isNaN(Date.parse(policy.expiration))) throw new Error('incomplete')
    return policy
  } catch {
    throw new Denial(400, 'InvalidPolicyDocument', 'The content of the form does not meet the conditions specified in the policy document.')
  }
}

/**
 * Checks a form against the policy it carries, as "POST Policy" in the Amazon S3 API reference says: signature, expiry, and each condition;
 * a field that no condition names is refused too.
 * @returns how many bytes the file may have
 * @throws Denial with S3's code
 */
export const checkPost = (bucket: string, fields: Fields, keys: Keys, now: number): LengthRange => {
  const encoded = fields.get('policy')
  if (!encoded) throw accessDenied('Access Denied')
  checkSignature(keys, fields.get('x-amz-credential') ?? '', encoded, fields.get('x-amz-signature') ?? '')
  const { expiration, conditions } = readPolicy(encoded)
  if (now > Date.parse(expiration)) throw accessDenied('Invalid according to Policy: Policy expired.')

  const range: LengthRange = { least: 0, most: 5 * 1024 ** 3 }
  const named = new Set<string>(['bucket'])
  const holds = (name: string, test: (value: string) => boolean, condition: unknown) => {
    named.add(name)
    if (!test(name === 'bucket' ? bucket : (fields.get(name) ?? ''))) throw failed(condition)
  }
  for (const condition of conditions) {
    if (Array.isArray(condition)) {
      const [kind, a, b] = condition as [string, string | number, string | number]
      const name = String(a).replace(/^\$/, '').toLowerCase()
      if (kind === 'content-length-range') {
        range.least = Math.max(range.least, Number(a))
        range.most = Math.min(range.most, Number(b))
      } else if (kind === 'eq') holds(name, (value) => value === b, condition)
      else if (kind === 'starts-with') holds(name, (value) => value.startsWith(String(b)), condition)
      else throw failed(condition)
    } else for (const [name, value] of Object.entries(condition as object)) holds(name.toLowerCase(), (given) => given === value, condition)
  }
  for (const name of fields.keys()) if (!named.has(name) && !free(name)) throw accessDenied(`Invalid according to Policy: Extra input fields: ${name}`)
  return range
}

/** @throws Denial where a file's length is outside the policy's range */
export const checkLength = (bytes: number, range: LengthRange): void => {
  if (bytes > range.most) throw new Denial(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
  if (bytes < range.least) throw new Denial(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size')
}
