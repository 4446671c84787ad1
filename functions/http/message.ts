/** A request as it came in. Names of headers are in lower case, a parameter that is there twice counts once. */
export interface HttpRequest {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string | undefined>
  body: Uint8Array
}

export interface HttpAnswer {
  status: number
  type: string
  body: string
}

/** What answers: it never throws. */
export type App = (request: HttpRequest) => Promise<HttpAnswer>

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The parameters of a path by its template (`/v1/events/{eventId}`), decoded; undefined where it is another path. */
export const pathMatcher = (template: string): ((path: string) => Record<string, string> | undefined) => {
  const pattern = new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
  return (path) => {
    const found = pattern.exec(path)
    return found ? Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)])) : undefined
  }
}
