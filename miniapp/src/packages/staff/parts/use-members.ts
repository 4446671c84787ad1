import type { Answer } from '@shared/contract/index'
import { isBranch } from '@shared/model/org'
import { usePages, type Pages } from '@/api/use-pages'
import { useAll } from './use-all'
import type { Staff } from './use-staff'

export type Member = Answer<'listMembers'>['items'][number]

/** Every member of the branch looked at; nothing is asked while it is none. */
export const useMembers = (staff: Staff | undefined): Pages<Member> => useAll(usePages('listMembers', staff && isBranch(staff.org) ? { org: staff.org, limit: 100 } : undefined))
