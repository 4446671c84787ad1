import { useState } from 'react'
import { localDateTime } from '@/text/format'
import { Button, Card, Row, Tag, type Tone } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { PhotoStrip } from '../parts/photo-strip'
import { tu } from '../text/turns'
import { ReceiveSheet } from './receive-sheet'
import { type Act, SettleSheet, type Transfer } from './settle-sheet'

const tones: Record<Transfer['state'], Tone> = { 'to-do': 'plain', sent: 'wait', confirmed: 'good', exception: 'info' }

/** What can be said of it next, by whom the reader is. */
const actsOf = ({ state, may, destination }: Transfer): Act[] => {
  if (!may.settle) return []
  const inCounty = destination?.kind === 'committee'
  if (state === 'to-do') return ['sent', ...(may.except ? (['exception'] as const) : [])]
  if (state === 'sent') return [...(inCounty ? [] : (['confirmed'] as const)), 'sent', 'to-do', ...(may.except ? (['exception'] as const) : [])]
  return may.except ? ['to-do'] : []
}
const words: Record<Act, Parameters<typeof tu>[0]> = { sent: 'send', confirmed: 'confirm', exception: 'except', 'to-do': 'reopen' }

/** One graduate: from where to where, and how far the transfer has come. */
export const TransferCard = ({ transfer, lateDays, onDone }: { transfer: Transfer; lateDays: number; onDone: () => void }) => {
  const [act, setAct] = useState<Act>()
  const [receiving, setReceiving] = useState(false)
  const [open, setOpen] = useState(false)
  const { name, branchName, className, state, destination, sentOn, number, photos, reason, late, steps, may } = transfer
  const done = () => {
    setAct(undefined)
    setReceiving(false)
    onDone()
  }
  const acts = actsOf(transfer)
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{name}</Text>{late && <Tag tone='bad'>{tu('lateN', { n: lateDays })}</Tag>}<Tag tone={tones[state]}>{tu(`state-${state}`)}</Tag></Row>
      <Text className='q-soft q-small q-block'>{[branchName, className].filter(Boolean).join(' ')}</Text>
      {destination && <Text className='q-block'>{[`→ ${destination.name}`, sentOn].filter(Boolean).join(' · ')}</Text>}
      {number && <Text className='q-block q-num'>{tu('number')} {number}</Text>}
      {photos && photos.length > 0 && <PhotoStrip photos={photos} />}
      {reason && <Text className='q-soft q-small q-block'>{reason}</Text>}
      {steps.length > 1 && <Tap className='q-link' onTap={() => setOpen(!open)}>{tu('steps')} {open ? '▴' : '▾'}</Tap>}
      {open && steps.map((step) => <Text key={step.at + step.state} className='q-soft q-small q-block q-num'>{[tu(`state-${step.state}`), step.words, step.byName, localDateTime(step.at)].filter(Boolean).join(' · ')}</Text>)}
      {(acts.length > 0 || may.receive) && (
        <Box className='s-tools s-tools-end' style={{ marginTop: '12px', marginBottom: '0' }}>
          {may.receive && <Button small onTap={() => setReceiving(true)}>{tu('receive')}</Button>}
          {acts.map((one) => <Button key={one} small kind='plain' label={`${name} ${tu(words[one])}`} onTap={() => setAct(one)}>{tu(words[one])}</Button>)}
        </Box>
      )}
      {act && <SettleSheet transfer={transfer} act={act} onClose={() => setAct(undefined)} onDone={done} />}
      {receiving && <ReceiveSheet transfer={transfer} onClose={() => setReceiving(false)} onDone={done} />}
    </Card>
  )
}
