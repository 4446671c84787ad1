import Taro from '@tarojs/taro'
import { answerWithinMs } from './answer-within'

export interface HttpRequest { method: 'GET' | 'POST' | 'DELETE'; url: string; headers: Record<string, string>; body?: string }
/** `date`: the answer's Date header. */
export interface HttpReply { status: number; body: unknown; date?: string | undefined }

/** One request. Undefined: nothing came back (offline, refused connection, timed out after 20 s). */
export const send = async ({ method, url, headers, body }: HttpRequest): Promise<HttpReply | undefined> => {
  try {
    const reply = await Taro.request({ url, method, header: headers, data: body, timeout: answerWithinMs, dataType: 'json' })
    return { status: reply.statusCode, body: reply.data, date: reply.header?.Date ?? reply.header?.date }
  } catch {
    return undefined
  }
}
