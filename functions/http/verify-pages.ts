import type { Verification } from '@shared/contract/documents'
import { inFours, tidyCode } from '../core/readable-code'
import { type App, type HttpAnswer, pathMatcher } from './message'
import { type Asked, verifyPage } from './verify-page'

const codeIn = pathMatcher('/verify/{code}')

/** The public page /verify, before an app that serves `verifyDocument`: a form, and /verify/{code} or /verify?code= with what anyone may know of a document. */
export const withVerifyPages = (app: App): App => async (request) => {
  const given = request.method !== 'GET' ? undefined : request.path === '/verify' ? (request.query.code ?? '') : codeIn(request.path)?.code
  if (given === undefined) return app(request)
  const page = (status: number, asked: Asked): HttpAnswer => ({ status, type: 'text/html; charset=utf-8', body: verifyPage(asked, request.query.lang) })
  const code = inFours(tidyCode(given).slice(0, 40))
  if (code === '') return page(200, { code, fault: request.query.code === undefined ? undefined : 'missing' })
  const { status, body } = await app({ ...request, path: `/v1/documents/${code}` })
  if (status === 200) return page(200, { code, found: JSON.parse(body) as Verification })
  return page(status, { code, fault: status === 404 ? 'unknown' : 'busy' })
}
