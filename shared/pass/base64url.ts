const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding. WeChat has neither Buffer nor btoa. */
export const toBase64url = (bytes: Uint8Array): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[(held >> (bits - 6)) & 63]
    held &= (1 << bits) - 1
  }
  return bits ? text + alphabet[(held << (6 - bits)) & 63] : text
}

/** The bytes of a base64url text; undefined where it is none, or has bits set beyond its last byte. */
export const fromBase64url = (text: string): Uint8Array | undefined => {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const character of text) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    held = (held << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push(held >> bits)
      held &= (1 << bits) - 1
    }
  }
  return held === 0 && bits < 6 ? Uint8Array.from(bytes) : undefined
}
