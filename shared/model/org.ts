import type { SchoolStage } from './procedure'

/** Organisations have hierarchical ids, so that "in scope" is a prefix and needs no read: `wangcang.s03.b02` lies in `wangcang.s03`. */
export type OrgKind = 'county' | 'school' | 'township' | 'branch' | 'home'

export interface Org {
  id: string
  kind: OrgKind
  name: string
  /** Branches only: the classes it serves. */
  classes?: string[]
  /** Of a school, or of a branch where its school has several: what members' ratio is looked at by. */
  stage?: SchoolStage
}

/** Whether `target` is `scope` itself or lies below it. */
export const inScope = (scope: string, target: string): boolean => target === scope || target.startsWith(`${scope}.`)

/** Whether it is a branch, by its id: one of three parts, where a Youth Home's ends with `.home`. */
export const isBranch = (orgId: string): boolean => orgId.split('.').length === 3 && !orgId.endsWith('.home')

/** The county an organisation lies in. */
export const countyOf = (orgId: string): string => orgId.split('.', 1)[0] ?? orgId

/** The organisations above `orgId`, nearest first, itself left out: `a.b.c` → `a.b`, `a`. */
export const above = (orgId: string): string[] => {
  const parts = orgId.split('.')
  return parts.slice(0, -1).map((_, i) => parts.slice(0, parts.length - 1 - i).join('.'))
}
