import type { Verification } from '@shared/contract/documents'
import { localParts } from '../documents/moment'
import { escaped } from './escaped'
import { fill, type VerifyWords, wordsFor } from './verify-words'

/** What the page was asked: a code, which it may know, or nothing yet. */
export type Asked = { code: string; found: Verification } | { code: string; fault: 'missing' | 'unknown' | 'busy' | undefined }

/** YYYY-MM-DD HH:mm in Asia/Shanghai. */
const moment = (instant: string): string => Object.values(localParts(instant, 'Asia/Shanghai')).join(' ')

const style = `
body{margin:0;background:#f3f7f5;color:#17251f;font:16px/1.6 -apple-system,BlinkMacSystemFont,'PingFang SC','HarmonyOS Sans SC','MiSans','Noto Sans SC','Microsoft YaHei',sans-serif}
header,main{max-width:34rem;margin:0 auto;padding:0 1.25rem}header{display:flex;justify-content:space-between;align-items:center;min-height:3.5rem}header span{color:#0b6b4f;font-weight:600;font-size:.9rem}
a{color:#0b6b4f}header a{padding:.6rem 0;font-size:.9rem}h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0 .75rem}p{margin:.5rem 0}.soft{color:#4b5f57;font-size:.9rem}
.card{background:#fff;border-radius:1rem;padding:1.25rem;margin:1rem 0;box-shadow:0 1px 2px rgba(16,60,44,.06)}.state{border-radius:1rem;padding:1rem 1.25rem;margin:1rem 0}.state h2{margin:0;font-size:1.25rem}
.good{background:#e2f3ec;color:#0b5a43}.wait{background:#fdf1dd;color:#6b4000}.bad{background:#fdecea;color:#8c1d17}
dl{margin:0}dl div{display:flex;gap:1rem;padding:.6rem 0;border-top:1px solid #dbe6e1}dl div:first-child{border:0;padding-top:0}dt{flex:none;width:5rem;color:#4b5f57}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
label{display:block;font-weight:600;margin-bottom:.4rem}input{width:100%;box-sizing:border-box;min-height:3rem;padding:0 .9rem;border:1px solid #8ba199;border-radius:.75rem;font:inherit;font-size:1.1rem;letter-spacing:.05em}
button{width:100%;min-height:3rem;margin-top:1rem;border:0;border-radius:1.5rem;background:#0b6b4f;color:#fff;font:inherit;font-weight:600;font-size:1.05rem}input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #18a67a;outline-offset:2px}`

const state = (w: VerifyWords, { withdrawnAt, changedSince }: Verification): string => {
  const box = (tone: string, title: string, words: string) => `<div class="state ${tone}" role="status"><h2>${title}</h2><p>${words}</p></div>`
  if (withdrawnAt !== undefined) return box('bad', w.withdrawn, fill(w.withdrawnWords, { time: moment(withdrawnAt) }))
  return changedSince ? box('wait', w.changed, w.changedWords) : box('good', w.valid, w.validWords)
}

const facts = (w: VerifyWords, code: string, { kind, maskedName, orgName, issuedAt, service, ruleSet, pages, sha256Prefix }: Verification): string => {
  const rows: [string, string][] = [[w.label, code], [w.kind, w[kind]], [w.name, maskedName], [w.org, orgName], [w.issued, moment(issuedAt)]]
  if (service) {
    rows.push([w.total, fill(w.hours, { h: Math.floor(service.minutes / 60), m: service.minutes % 60 })], [w.entries, fill(w.entriesN, { n: service.entries })])
    if (service.from !== undefined && service.until !== undefined) rows.push([w.span, fill(w.spanWords, { from: service.from, until: service.until })])
  }
  if (ruleSet) rows.push([w.rules, fill(w.version, { n: ruleSet.version })])
  rows.push([w.pages, fill(w.pagesN, { n: pages })], [w.print, sha256Prefix.replaceAll(/(.{4})(?=.)/g, '$1 ')])
  return `<dl class="card">${rows.map(([term, words]) => `<div><dt>${term}</dt><dd>${escaped(words)}</dd></div>`).join('')}</dl><p class="soft">${w.note}</p>`
}

const form = (w: VerifyWords, code: string, fault: string | undefined): string => `<form class="card" action="/verify"><label for="code">${w.label}</label>
<input id="code" name="code" value="${escaped(code)}" maxlength="40" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint"${fault ? ' aria-invalid="true"' : ''}>
<p class="soft" id="hint">${fault ?? w.hint}</p>${w.lang === 'en' ? '<input type="hidden" name="lang" value="en">' : ''}<button>${w.check}</button></form>`

const body = (w: VerifyWords, asked: Asked): string => {
  if ('found' in asked) return `${state(w, asked.found)}${facts(w, asked.code, asked.found)}<p><a href="/verify${w.lang === 'en' ? '?lang=en' : ''}">${w.again}</a></p>`
  const { code, fault } = asked
  if (fault === 'unknown' || fault === 'busy') return `<div class="state bad" role="status"><h2>${w[fault]}</h2><p>${w[`${fault}Words`]}</p></div>${form(w, code, undefined)}`
  return `<p>${w.intro}</p>${form(w, code, fault && w.missing)}`
}

/** The page that checks a document: no script, nothing from elsewhere, not for search engines. The code goes to nobody by the referrer. */
export const verifyPage = (asked: Asked, language: string | undefined): string => {
  const w = wordsFor(language)
  const address = `/verify${asked.code ? `/${encodeURIComponent(asked.code)}` : ''}${w.lang === 'en' ? '' : '?lang=en'}`
  return `<!doctype html>
<html lang="${w.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${w.title} · ${w.product}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<style>${style}</style></head><body><header><span>${w.product}</span><a href="${address}" lang="${w.lang === 'en' ? 'zh-CN' : 'en'}">${w.other}</a></header><main><h1>${w.title}</h1>${body(w, asked)}</main></body></html>`
}
