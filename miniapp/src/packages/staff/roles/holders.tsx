import { memo, useState } from 'react'
import { usePages } from '@/api/use-pages'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { Card, Field, Row, Tag } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { WithAside } from '../parts/aside'
import { useAll } from '../parts/use-all'
import { s } from '../text'
import { type Holder, HolderDetail } from './holder-detail'

const keyOf = ({ personId, role, scope }: Holder) => `${scope} ${role} ${personId}`

const HolderCard = memo(({ holder, chosen, onOpen }: { holder: Holder; chosen: boolean; onOpen: (key: string) => void }) => (
  <Card className={chosen ? 's-row-on' : ''} onTap={() => onOpen(keyOf(holder))}>
    <Row><Text className='q-grow q-strong'>{holder.name}</Text>{holder.own && <Tag tone='info'>{s('yourself')}</Tag>}{!holder.bound && <Tag>{s('notBound')}</Tag>}</Row>
    <Text className='q-soft q-small q-block'>{t(`role-${holder.role}`)} · {holder.scopeName}</Text>
  </Card>
))

/** Everyone with a staff role at and below an organisation, by organisation; a press shows one. */
export const Holders = ({ org, onChanged }: { org: string; onChanged: () => void }) => {
  const pages = useAll(usePages('listRoleHolders', { org, limit: 100 }))
  usePulled(pages.refresh)
  const [name, setName] = useState('')
  const [open, setOpen] = useState<string>()
  const shown = (items: Holder[]) => items.filter((holder) => holder.name.includes(name.trim()) || holder.scopeName.includes(name.trim()))
  const opened = pages.items?.find((holder) => keyOf(holder) === open)
  const changed = () => {
    void pages.refresh()
    onChanged()
  }
  const detail = opened && <HolderDetail key={open} holder={opened} onChanged={changed} onRemoved={() => { setOpen(undefined); changed() }} />
  return (
    <>
      <Box className='s-filters'><Field label={s('findHolder')}><TextInput label={s('findHolder')} value={name} onValue={setName} placeholder={s('findHolderHint')} maxLength={40} /></Field></Box>
      <WithAside title={opened?.name ?? ''} empty={s('chooseHolder')} onClose={() => setOpen(undefined)} detail={detail} list={
        <WithQuery query={{ ...pages, value: pages.items }}>
          {(items) => shown(items).length === 0 ? <Empty title={s('noHolders')} words={items.length === 0 ? s('noHoldersWords') : s('noMembersWords')} /> : shown(items).map((holder) => <HolderCard key={keyOf(holder)} holder={holder} chosen={keyOf(holder) === open} onOpen={setOpen} />)}
        </WithQuery>
      } />
    </>
  )
}
