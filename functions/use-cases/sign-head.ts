import type { ApplicationStep, ChainHead } from '@shared/model/application'
import { headMessage } from '../core/audit-chain'
import type { Signer } from './context'

/** The signed head of a chain that ends with this step. */
export const signHead = async (signer: Signer, { applicationId, seq, hash, at }: Pick<ApplicationStep, 'applicationId' | 'seq' | 'hash' | 'at'>): Promise<ChainHead> => ({
  applicationId, count: seq, hash, at, ...(await signer.sign(headMessage({ applicationId, count: seq, hash }))),
})
