import { endHolding } from '../core/home-posts'
import type { UseCase } from '../http/app'
import { changePost } from './assign-post'
import { homeAfter } from './home-answer'

/** Says a holder's last day; the entry stays. */
export const endPostHolding: UseCase<'endPostHolding'> = (context, { org, postId, holdingId, id, to }, { actor }) =>
  homeAfter(context, org, actor, () => changePost(context, actor, org, postId, id, (post) => endHolding(post, holdingId, to)))
