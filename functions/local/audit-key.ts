import { generateKeyPairSync } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The local stage's audit key, made once and kept with its data: what it signed must go on being verified. */
export const auditKeyFile = (folder: string): string => {
  const file = join(folder, 'audit-key.pem')
  if (!existsSync(file)) writeFileSync(file, generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), { mode: 0o600 })
  return file
}
