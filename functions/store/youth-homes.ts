import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { HomeAssessment, HomeMonth, HomePost, HomeProfile, HomeProject, HomeStandard, Revised, YouthHome } from '@shared/model/youth-home'
import { homeAssessmentPrefix, homePartition, homePostPrefix, homeProjectPrefix, homeStandardPrefix, homeVisitorsPartition, keys } from './keys'
import { conditional, getItems, type Item, type Key, putIfAbsent, queryAll, type Table } from './table'

const plain = <T extends object>({ pk, sk, ...rest }: T & Key): T => rest as unknown as T

/** Everything of a home but its events and figures: one query. */
export const readYouthHome = async (table: Table, homeId: string, consistent = false): Promise<YouthHome> => {
  const items = await queryAll<Item>(table, { pk: homePartition(homeId), consistent })
  const of = <T extends object>(prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix)).map((item) => plain(item as unknown as T & Key))
  const [profile] = of<HomeProfile>('PROFILE')
  return { ...(profile && { profile }), standards: of<HomeStandard>(homeStandardPrefix), assessments: of<HomeAssessment>(homeAssessmentPrefix), projects: of<HomeProject>(homeProjectPrefix), posts: of<HomePost>(homePostPrefix) }
}

export const readHomeProfiles = async (table: Table, homeIds: readonly string[]): Promise<(HomeProfile | undefined)[]> => getItems<HomeProfile>(table, homeIds.map(keys.homeProfile))

/** Puts a revision on the condition that what is there still is the one before. */
const replace = (table: Table, key: Key, next: Revised): Promise<boolean> => {
  const first = next.revision === 1
  return conditional(table, new PutCommand({
    TableName: table.name, Item: { ...key, ...next }, ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before', ...(!first && { ExpressionAttributeValues: { ':before': next.revision - 1 } }),
  }))
}

export const replaceHomeProfile = (table: Table, homeId: string, next: HomeProfile) => replace(table, keys.homeProfile(homeId), next)
export const replaceHomeProject = (table: Table, homeId: string, next: HomeProject) => replace(table, keys.homeProject(homeId, next.projectId), next)
export const replaceHomePost = (table: Table, homeId: string, next: HomePost) => replace(table, keys.homePost(homeId, next.postId), next)

/** Adds a revision of a standard on the condition that its number is free: earlier ones stay. */
export const appendHomeStandard = async (table: Table, homeId: string, next: HomeStandard): Promise<boolean> => (await putIfAbsent(table, { ...keys.homeStandard(homeId, next.standard, next.revision), ...next })).put

/** Adds assessment n on the condition that there is none. */
export const appendAssessment = async (table: Table, homeId: string, assessment: HomeAssessment): Promise<boolean> => (await putIfAbsent(table, { ...keys.homeAssessment(homeId, assessment.n), ...assessment })).put

/** A home's figures from one month to another (YYYY-MM), both included, by month; a month without any is absent. */
export const readHomeMonths = async (table: Table, homeId: string, from: string, to: string): Promise<Map<string, HomeMonth>> =>
  new Map((await queryAll<HomeMonth>(table, { pk: keys.homeMonth(homeId, from).pk, between: { from, to } })).map(({ sk, distinct = 0, events = 0, came = 0, seated = 0, capacity = 0 }) => [sk, { distinct, events, came, seated, capacity }]))

/** Person ids of those who came to a home in a month. */
export const readHomeVisitors = async (table: Table, homeId: string, month: string): Promise<string[]> =>
  (await queryAll<Key>(table, { pk: homeVisitorsPartition(homeId, month), prefix: 'P#' })).map(({ sk }) => sk.slice(2))

/** Whether somebody came to a home in one of these months. */
export const cameTo = async (table: Table, homeId: string, months: readonly string[], personId: string): Promise<boolean> =>
  (await getItems(table, months.map((month) => keys.homeVisitor(homeId, month, personId)), true)).some((item) => item !== undefined)
