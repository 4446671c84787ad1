import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 in hex, of bytes or of a text's UTF-8. */
export const sha256Hex = (of: Uint8Array | string): string => bytesToHex(sha256(typeof of === 'string' ? utf8ToBytes(of) : of))
