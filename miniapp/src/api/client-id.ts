/** An id for one write, made before the first try and kept over retries: 22 letters and digits, time first. It needs to be unique, not secret. */
export const clientId = (): string => {
  const random = Array.from({ length: 14 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
  return `${Date.now().toString(36).padStart(8, '0').slice(-8)}${random}`
}
