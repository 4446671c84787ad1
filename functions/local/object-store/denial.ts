/** An S3 error by its code, thrown within the local store and written as S3's XML at its edge. */
export class Denial extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }

  get xml(): string {
    const text = this.message.replace(/[<&]/g, (c) => (c === '<' ? '&lt;' : '&amp;'))
    return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${this.code}</Code><Message>${text}</Message></Error>`
  }
}

export const accessDenied = (message: string) => new Denial(403, 'AccessDenied', message)
