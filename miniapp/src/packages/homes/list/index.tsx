import '../homes.css'
import { useState } from 'react'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Field } from '@/ui/parts'
import { TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { h } from '../text'
import { HomeRow } from './home-row'

/** The county's Youth Homes: one's own township's first, then those one goes to. */
export default function Homes() {
  const person = usePerson()
  const query = useQuery('listYouthHomes', person && {})
  const [name, setName] = useState('')
  const pulled = usePulled(query.refresh)
  return (
    <Page title={h('homes')} pulled={pulled}>
      <WithQuery query={query} rows={5}>
        {({ homes }) => {
          const shown = homes.filter((home) => home.name.includes(name.trim()) || home.townshipName.includes(name.trim()))
          if (homes.length === 0) return <Empty title={h('none')} words={h('noneWords')} />
          return (
            <>
              {homes.length > 6 && <Field label={h('find')}><TextInput label={h('find')} value={name} onValue={setName} maxLength={20} /></Field>}
              {shown.length === 0 ? <Empty title={h('noMatch')} words={h('noMatchWords')} /> : shown.map((home) => <HomeRow key={home.homeId} home={home} />)}
            </>
          )
        }}
      </WithQuery>
    </Page>
  )
}
