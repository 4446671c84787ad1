import type { ApplicationStep, ChainHead } from '@shared/model/application'
import type { ExamEntry, ScanEntry } from '@shared/model/ledger'
import { applicationHeadPrefix, applicationPrefix, keys, personPartition } from './keys'
import { type Item, type Key, putItem, queryAll, type Table, transact, type Write } from './table'

/** What stands beside the chain and can be erased without breaking it. */
interface Body {
  salt: string
  texts?: ApplicationStep['texts']
  evaluated?: ApplicationStep['evaluated']
}
type Stored = Key & (ApplicationStep | Body)

/** Every step of a person's applications, in order, with a consistent read; `salt` where its texts were not erased. */
export const readApplicationSteps = async (table: Table, personId: string): Promise<(ApplicationStep & { salt?: string })[]> => {
  const items = await queryAll<Stored>(table, { pk: personPartition(personId), prefix: applicationPrefix, consistent: true })
  const bodies = new Map(items.flatMap(({ pk, sk, ...item }) => ('salt' in item ? [[sk, item as Body] as const] : [])))
  return items.flatMap(({ pk, sk, ...item }) => ('salt' in item ? [] : [{ ...(item as ApplicationStep), ...bodies.get(`${sk}#BODY`) } as ApplicationStep & { salt?: string }]))
}

/** The signed head of each of a person's applications. */
export const readChainHeads = async (table: Table, personId: string): Promise<ChainHead[]> =>
  (await queryAll<ChainHead>(table, { pk: personPartition(personId), prefix: applicationHeadPrefix, consistent: true })).map(({ pk, sk, ...head }) => head)

/** For a seed: the head of a chain that was written without one. */
export const putChainHead = (table: Table, personId: string, head: ChainHead): Promise<void> => putItem(table, { ...keys.applicationHead(personId, head.applicationId), ...head })

/** The id that the next correction of an exam's score would have (core/correct-exam.ts). */
const nextCorrection = ({ examId, correction }: ExamEntry): string => `${correction?.of ?? examId}.${(correction?.n ?? 1) + 1}`

/** That the words of these steps go at an instant (epoch seconds): the chain stays, with their hashes. */
export const expireWords = (table: Table, personId: string, steps: readonly { n: number }[], expiresAt: number): Write[] =>
  steps.map(({ n }) => ({ Update: { TableName: table.name, Key: keys.applicationBody(personId, n), UpdateExpression: 'SET expiresAt = :at', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':at': expiresAt } } }))

export interface Append {
  step: ApplicationStep
  salt: string
  /** When the step's own words go (epoch seconds). */
  expiresAt?: number | undefined
  head: ChainHead
  /** How many decisions the person's records had, and the exams it goes by: neither may have moved. */
  decisions: number
  exams: readonly ExamEntry[]
  /** Scans that an evaluation stands on: none of them may have been taken back. */
  scans: readonly ScanEntry[]
  /** What is written with it, or not at all: places of the plan, a message to the person, the roster's word of a new member. */
  also: Write[]
}

/** A step and what stands beside it, as two items. */
export const stepItems = (personId: string, { texts, evaluated, salt, ...entry }: ApplicationStep & { salt: string }, expiresAt?: number): Item[] => [
  { ...keys.applicationStep(personId, entry.n), ...entry },
  { ...keys.applicationBody(personId, entry.n), salt, ...(texts && { texts }), ...(evaluated && { evaluated }), ...(expiresAt !== undefined && { expiresAt }) },
]

/**
 * Adds step n, its texts and the application's new head, on the condition that there is no step n, that the head is the one that the step follows, and that
 * nothing it was decided on has moved. False where any of it fails, or where another transaction is at it: read and decide again.
 */
export const appendApplicationStep = async (table: Table, personId: string, { step, salt, expiresAt, head, decisions, exams, scans, also }: Append): Promise<boolean> => {
  const ConditionExpression = 'attribute_not_exists(pk)'
  const follows = step.seq === 1 ? { ConditionExpression } : { ConditionExpression: '#count = :count AND #hash = :hash', ExpressionAttributeNames: { '#count': 'count', '#hash': 'hash' }, ExpressionAttributeValues: { ':count': step.seq - 1, ':hash': step.prev } }
  return transact(table, [
    ...stepItems(personId, { ...step, salt }, expiresAt).map((Item) => ({ Put: { TableName: table.name, Item, ConditionExpression } })),
    { Put: { TableName: table.name, Item: { ...keys.applicationHead(personId, step.applicationId), ...head }, ...follows } },
    { ConditionCheck: { TableName: table.name, Key: keys.decision(personId, decisions + 1), ConditionExpression } },
    ...exams.map((exam) => ({ ConditionCheck: { TableName: table.name, Key: keys.exam(personId, nextCorrection(exam)), ConditionExpression } })),
    ...scans.map(({ eventId, scanId }) => ({ ConditionCheck: { TableName: table.name, Key: keys.scanUndone(personId, eventId, scanId), ConditionExpression } })),
    ...also,
  ])
}
