import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { Denial } from './denial'
import { checkLength, type Fields, type LengthRange } from './post-policy'

export interface Upload {
  fields: Fields
  body: Buffer
}

const malformed = (message: string) => new Denial(400, 'MalformedPOSTRequest', message)

/**
 * Reads a form of fields and one file. `check` sees the fields when the file begins: fields that come after it do not count, and no byte of a file is
 * kept that the policy does not allow.
 */
export const readForm = (request: IncomingMessage, check: (fields: Fields) => LengthRange): Promise<Upload> =>
  new Promise((resolve, reject) => {
    const fields: Fields = new Map()
    let file: { chunks: Buffer[]; bytes: number; range: LengthRange } | undefined
    const fail = (fault: unknown) => {
      reject(fault instanceof Error ? fault : new Error(String(fault)))
      request.unpipe()
      request.resume()
    }
    let form: busboy.Busboy
    try {
      form = busboy({ headers: request.headers, limits: { fieldSize: 20_000, fields: 40, files: 1 } })
    } catch {
      return fail(malformed('The body of your POST request is not well-formed multipart/form-data.'))
    }
    form.on('field', (name, value) => {
      if (!file) fields.set(name.toLowerCase(), value)
    })
    form.on('file', (name, stream) => {
      stream.on('error', fail)
      if (name !== 'file') return void stream.resume()
      try {
        file = { chunks: [], bytes: 0, range: check(fields) }
      } catch (fault) {
        stream.resume()
        return fail(fault)
      }
      const { chunks, range } = file
      stream.on('data', (chunk: Buffer) => {
        if (!file) return
        file.bytes += chunk.length
        if (file.bytes <= range.most) chunks.push(chunk)
        else chunks.length = 0
      })
    })
    form.on('error', () => fail(malformed('The body of your POST request is not well-formed multipart/form-data.')))
    form.on('close', () => {
      if (!file) return fail(malformed('POST requires exactly one file upload per request.'))
      try {
        checkLength(file.bytes, file.range)
        resolve({ fields, body: Buffer.concat(file.chunks) })
      } catch (fault) {
        fail(fault)
      }
    })
    request.pipe(form)
  })
