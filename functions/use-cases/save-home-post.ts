import type { Refusal } from '@shared/model/refusal'
import type { HomePost } from '@shared/model/youth-home'
import { mostFrom } from '../core/home-posts'
import type { UseCase } from '../http/app'
import { readYouthHome, replaceHomePost } from '../store/youth-homes'
import type { Context } from './context'
import { homeAfter } from './home-answer'
import { faultsOfTerm, todayOf } from './home-terms'
import { saveRevision } from './save-revision'

export const readPost = async (context: Context, homeId: string, postId: string): Promise<HomePost | undefined> => (await readYouthHome(context.table, homeId, true)).posts.find((one) => one.postId === postId)

/** Adds, changes or ends a post. Its places do not become fewer than those who hold it or will; they stay on the post when it ends. */
export const saveHomePost: UseCase<'saveHomePost'> = (context, { org, postId, id, revision, title, about, places, endedOn }, { actor }) =>
  homeAfter(context, org, actor, () => {
    const said = { postId, title, places, ...(about !== undefined && { about }), ...(endedOn !== undefined && { endedOn }) }
    const check = (held: HomePost | undefined): Refusal | undefined => {
      if (held && endedOn === undefined && mostFrom(held, todayOf(context)) > places) return { refused: 'invalid-input', errors: [{ path: 'places', code: 'fewer-than-held', message: 'More people hold the post' }] }
      return faultsOfTerm(context, { endedOn })
    }
    const read = () => readPost(context, org, postId)
    return saveRevision<typeof said>(context, actor, { id, revision }, said, read, (held) => check(held as HomePost | undefined), (next, held) => replaceHomePost(context.table, org, { ...next, holdings: (held as HomePost | undefined)?.holdings ?? [] }))
  })
