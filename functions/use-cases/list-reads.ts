import { fileParts } from '@shared/model/read'
import type { UseCase } from '../http/app'
import { dateOfRead } from '../store/keys'
import { type FileRead, readFileReadsPage } from '../store/reads'
import { pageAcross } from './page-across'

const show = async (reads: FileRead[]) =>
  reads.map(({ sk, name, role, scopeName, firstAt, lastAt, parts }) => ({ date: dateOfRead(sk), name, role, scopeName, firstAt, lastAt, parts: fileParts.filter((part) => parts.has(part)) }))

/** Who of the staff looked at the caller's own file, newest day first. */
export const listReads: UseCase<'listReads'> = (context, { cursor, limit }, { actor }) =>
  pageAcross([actor.personId], cursor, limit, (personId, most, after) => readFileReadsPage(context.table, personId, most, after), show)
