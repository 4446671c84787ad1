import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { HomePost } from '@shared/model/youth-home'
import { assignPost as decide } from '../core/home-posts'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { replaceHomePost } from '../store/youth-homes'
import { type Actor, type Context, instantOf } from './context'
import { homeAfter } from './home-answer'
import { lacksGuardian } from './lacks-guardian'
import { mayHold } from './post-holders'
import { readPost } from './save-home-post'
import { untilDecided } from './until-decided'

type Decide = (post: HomePost) => { put: HomePost } | { stands: HomePost } | Refusal

/** Puts what is decided about a post as its next revision, the lock of its holders: who was second reads and decides again. */
export const changePost = async (context: Context, actor: Actor, homeId: string, postId: string, id: string, decideOn: Decide, write = replaceHomePost): Promise<Refusal | undefined> => {
  const decided = await untilDecided<Refusal | 'written'>(context, async () => {
    const post = await readPost(context, homeId, postId)
    if (!post) return refuse('not-found')
    const decision = decideOn(post)
    if (isRefusal(decision)) return decision
    if ('stands' in decision) return 'written'
    const next = { ...decision.put, revision: post.revision + 1, saveId: id, at: instantOf(context.now()), by: actor.personId }
    return (await write(context.table, homeId, next)) ? 'written' : undefined
  })
  return decided === 'written' ? undefined : decided
}

/** Gives a member a post. `write` is a parameter so that a test can take the guard away. */
export const assignPostBy = (write: typeof replaceHomePost = replaceHomePost): UseCase<'assignPost'> => (context, { org, postId, id, personId, from, to }, { actor }) =>
  homeAfter(context, org, actor, async () => {
    const me = await readMe(context.table, personId, true)
    if (!me || !(await mayHold(context, org, me))) return { refused: 'invalid-input', errors: [{ path: 'personId', code: 'unknown', message: 'Nobody of the township, and nobody who came to the home lately' }] }
    if (await lacksGuardian(context, me)) return refuse('guardian-consent-needed')
    const holding = { holdingId: id, personId, from, ...(to !== undefined && { to }), at: instantOf(context.now()), by: actor.personId }
    return changePost(context, actor, org, postId, id, (post) => decide(post, holding), write)
  })

export const assignPost = assignPostBy()
