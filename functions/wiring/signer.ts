import { readFileSync } from 'node:fs'
import { keySigner } from '../signing/key-signer'
import { kmsSigner } from '../signing/kms-signer'
import type { Signer } from '../use-cases/context'
import { readAuditKey } from './configuration'

/** KMS's key on a deployed stage, a key file on the local one. */
export const auditSigner = (): Signer => {
  const key = readAuditKey()
  return 'file' in key ? keySigner(readFileSync(key.file, 'utf8')) : kmsSigner(key.arn)
}
