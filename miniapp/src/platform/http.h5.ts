import { answerWithinMs } from './answer-within'
import type { HttpReply, HttpRequest } from './http'

export type { HttpReply, HttpRequest }

export const send = async ({ method, url, headers, body }: HttpRequest): Promise<HttpReply | undefined> => {
  try {
    const reply = await fetch(url, { method, headers, ...(body !== undefined && { body }), signal: AbortSignal.timeout(answerWithinMs) })
    return { status: reply.status, body: await reply.json().catch(() => undefined), date: reply.headers.get('date') ?? undefined }
  } catch {
    return undefined
  }
}
