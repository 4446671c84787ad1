import '../parts/staff.css'
import { isBranch } from '@shared/model/org'
import { useState } from 'react'
import { buzz } from '@/platform/haptic'
import { categoryName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Button, Heading, Row } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { NarrowMembers, useNarrowed } from '../parts/narrow-members'
import { OrgPick } from '../parts/org-pick'
import { OutcomeCard } from '../parts/outcome-card'
import { type Member, useMembers } from '../parts/use-members'
import { useStaff } from '../parts/use-staff'
import { x } from '../text/exams'
import { type Draft, faultsOf, isClass, needsTitle, newDraft } from './draft'
import { RollFields } from './roll-fields'
import { useRoll } from './use-roll'

const titleOf = ({ category, lesson, issue }: Draft): string => (isClass(category) ? x('autoTitle', { what: categoryName(category), n: lesson }) : x('studyTitle', { issue: issue.trim() }))
const rollTitle = (draft: Draft): string => `${needsTitle(draft.category) ? draft.title : titleOf(draft)} · ${draft.day} ${draft.from}–${draft.until}`

/** Who was there: all, none, or one by one; a search narrows what is shown and what "all" means. */
const Pick = ({ members, chosen, setChosen }: { members: Member[]; chosen: ReadonlySet<string>; setChosen: (to: ReadonlySet<string>) => void }) => {
  const by = useNarrowed(members)
  const toggle = (personId: string) => setChosen(new Set(chosen.has(personId) ? [...chosen].filter((one) => one !== personId) : [...chosen, personId]))
  if (members.length === 0) return <Empty title={x('noMembers')} />
  return (
    <>
      <NarrowMembers by={by} />
      <Row className='s-select'>
        <Text className='q-grow q-soft'>{x('pickedN', { n: chosen.size, all: members.length })}</Text>
        <Button small kind='plain' onTap={() => setChosen(new Set([...chosen, ...by.shown.map(({ personId }) => personId)]))}>{x('everyone')}</Button>
        <Button small kind='plain' disabled={chosen.size === 0} onTap={() => setChosen(new Set())}>{x('nobody')}</Button>
      </Row>
      {by.shown.length === 0 && <Text className='q-soft q-block'>{x('nobodyFound')}</Text>}
      <Box className='s-people'>
        {by.shown.map(({ personId, name, className }) => {
          const on = chosen.has(personId)
          return (
            <Tap key={personId} role='checkbox' selected={on} label={x('pick', { name })} className={`s-row s-person ${on ? 's-row-on' : ''}`} onTap={() => toggle(personId)}>
              <Box className='s-check'><Box className={`s-box ${on ? 's-box-on' : ''}`}>{on ? '✓' : ''}</Box></Box>
              <Box className='q-grow'><Text className='q-strong'>{name}</Text>{by.classes.length > 1 && <Text className='q-soft q-small q-block'>{className}</Text>}</Box>
            </Tap>
          )
        })}
      </Box>
    </>
  )
}

/** A class roll: what it was, when, and who was there; an approved record for each of them, which can be taken back right after. */
export default function Roll() {
  const staff = useStaff(true)
  const members = useMembers(staff)
  const [draft, setDraft] = useState(() => newDraft(Date.now()))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState(false)
  const roll = useRoll()
  const org = staff?.org ?? ''
  const items = members.items ?? []
  const people = items.filter(({ personId }) => chosen.has(personId)).map(({ personId }) => personId)
  const faults = checked ? faultsOf(draft, Date.now()) : {}
  const put = <K extends keyof Draft>(key: K, value: Draft[K]) => {
    roll.forget()
    setDraft((now) => ({ ...now, [key]: value }))
  }
  const grant = async () => {
    setChecked(true)
    if (people.length === 0) return toast(x('pickFirst'))
    if (Object.keys(faultsOf(draft, Date.now())).length) return buzz(false)
    await roll.send(draft, org, titleOf(draft), people)
  }
  const undo = async () => {
    await roll.undo()
    setAsking(false)
  }
  const again = () => {
    roll.forget()
    setChosen(new Set())
    setChecked(false)
  }
  // What was done takes the place of the form: at the foot of a long list nobody would see it.
  const finished = roll.outcomes !== undefined && roll.left === 0
  const done = roll.outcomes?.filter(({ ok }) => ok).length ?? 0
  return (
    <Page title={x('roll')}>
      {staff && <OrgPick staff={{ ...staff, setOrg: (to) => { again(); staff.setOrg(to) } }} />}
      {staff && !isBranch(org) && <Empty title={x('needBranch')} words={x('needBranchWords')} />}
      {staff && isBranch(org) && (
        <>
          <Box>
            <Refused trouble={roll.trouble} />
            {roll.undone !== undefined && <Box className='q-banner q-banner-good' role='status'>{x('undone', { n: roll.undone })}</Box>}
            {roll.left > 0 && <Box className='q-banner' role='alert'>{x('restLater', { n: roll.left })}</Box>}
            {roll.outcomes && (
              <OutcomeCard title={rollTitle(draft)} outcomes={roll.outcomes} nameOf={(id) => items.find(({ personId }) => personId === id)?.name ?? id} done={x('doneN', { n: done })} notDone={(n) => x('notDoneN', { n })}>
                {done > 0 && <Button kind='danger' busy={roll.undoing} onTap={() => setAsking(true)}>{x('undo')}</Button>}
                <Button kind='plain' onTap={again}>{x('another')}</Button>
              </OutcomeCard>
            )}
          </Box>
          {!finished && (
            <>
              <RollFields org={org} draft={draft} put={put} faults={faults} />
              <Heading>{x('whoCame')}</Heading>
              <WithQuery query={{ ...members, value: members.items }}>{() => <Pick members={items} chosen={chosen} setChosen={setChosen} />}</WithQuery>
            </>
          )}
          {!finished && <Box className='s-bar'><Button busy={roll.sending} onTap={() => void grant()}>{roll.sending ? x('granting') : people.length ? x('grant', { n: people.length }) : x('pickFirst')}</Button></Box>}
        </>
      )}
      <Box>{asking && <Confirm danger title={x('undoAsk')} words={x('undoWords', { n: done })} yes={x(roll.undoing ? 'undoing' : 'undo')} busy={roll.undoing} onYes={() => void undo()} onNo={() => setAsking(false)} />}</Box>
    </Page>
  )
}
