import { refuse } from '@shared/model/refusal'
import { lastOf, mayFollow } from '@shared/rules/application-order'
import { dayAfter, mentorTalks, silentIntroducers } from '../core/act-conditions'
import type { ActInput } from '../core/act-input'
import { fieldsUnder } from '../core/fields-under'
import { foldApplication } from '../core/fold-application'
import type { UseCase } from '../http/app'
import { readApplicationSteps } from '../store/applications'
import { keys, messagePrefix, personPartition } from '../store/keys'
import { type Me, readMe } from '../store/people'
import type { Message } from '@shared/model/message'
import { getItems, queryAll } from '../store/table'
import { actOn } from './act-on-application'

/** A mentor tells of a talk, an introducer gives an opinion: whoever was named, of whoever named them. Anybody else hears the same as of somebody unknown. */
export const speakForApplicant: UseCase<'speakForApplicant'> = async (context, { id, personId, what }, { actor }) => {
  const me = await readMe(context.table, personId, true)
  const application = me && foldApplication(await readApplicationSteps(context.table, personId))
  if (!me || !application) return refuse('not-found')
  const mentor = lastOf(application, 'name-activist')?.facts.mentors.findIndex((one) => one.personId === actor.personId) ?? -1
  const isIntroducer = lastOf(application, 'fill-form')?.facts.introducers.includes(actor.personId) ?? false
  if (what.act === 'mentor-talk' ? mentor < 0 : !isIntroducer) return refuse('not-found')
  const input: ActInput = what.act === 'mentor-talk' ? { ...what, mentor } : { ...what, introducer: actor.personId }
  const refusal = await actOn(context, me, { stepId: id, actor, input })
  // Who speaks is no field of the body: what it names is whom they speak of.
  if (refusal?.errors?.some(({ path }) => path === 'introducer' || path === 'mentor')) return { ...refusal, errors: refusal.errors.map((error) => ({ ...error, path: 'personId' })) }
  if (refusal) return fieldsUnder('what', refusal)
  return { state: foldApplication(await readApplicationSteps(context.table, personId))?.state ?? application.state }
}

/** Whose mentor or introducer the caller is, by the messages that told them. */
export const showTasks: UseCase<'showTasks'> = async (context, _input, { actor }) => {
  const messages = await queryAll<Message>(context.table, { pk: personPartition(actor.personId), prefix: messagePrefix })
  const asked = [...new Set(messages.flatMap(({ about }) => (about.kind === 'asked' ? [about.personId] : [])))]
  const people = await getItems<Me>(context.table, asked.map((personId) => keys.me(personId)))
  const items = await Promise.all(people.map(async (me) => {
    const application = me && foldApplication(await readApplicationSteps(context.table, me.personId))
    if (!me || !application) return []
    const one = { personId: me.personId, name: me.name, state: application.state, talks: mentorTalks({ application }).length }
    const [named, form] = [lastOf(application, 'name-activist')?.facts, lastOf(application, 'fill-form')?.facts]
    const mentor = named?.mentors.findIndex(({ personId }) => personId === actor.personId) ?? -1
    const talkedOn = mentorTalks({ application }).flatMap(({ facts }) => (facts.mentor === mentor ? [facts.date] : []))
    const isIntroducer = form?.introducers.includes(actor.personId) && mayFollow(application, 'introduce')
    return [
      ...(named && mentor >= 0 && mayFollow(application, 'mentor-talk') ? [{ ...one, as: 'mentor' as const, spoken: false, from: named.decision.date, talkedOn }] : []),
      // An opinion is of a later day than the form that it is on.
      ...(form && isIntroducer ? [{ ...one, as: 'introducer' as const, spoken: !silentIntroducers(application).includes(actor.personId), from: dayAfter(form.date), talkedOn: [] }] : []),
    ]
  }))
  return { items: items.flat() }
}
