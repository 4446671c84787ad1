import type { EndpointName } from '@shared/contract/index'
import { routes } from './routes'

export interface PlainRequest { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: string }

/** Puts an input where the contract has it: path parameters, then the query of a GET or the body of a POST. Undefined values are left out. */
export const requestOf = (name: EndpointName, input: Record<string, unknown>): PlainRequest => {
  const [method, template] = routes[name].split(' ') as [PlainRequest['method'], string]
  const rest = { ...input }
  const path = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = rest[key]
    delete rest[key]
    return encodeURIComponent(String(value))
  })
  if (method === 'POST') return { method, path, body: JSON.stringify(rest) }
  const query = Object.entries(rest).filter(([, v]) => v !== undefined && v !== '').map(([k, v]) => `${k}=${encodeURIComponent(String(v))}`)
  return { method, path: query.length ? `${path}?${query.join('&')}` : path }
}
