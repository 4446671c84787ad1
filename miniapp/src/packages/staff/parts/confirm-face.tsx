import { readCard } from '@shared/pass/card'
import { useState } from 'react'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { f } from './face-text'

/** Whether a scanned text is a printed card: it counts only where the manager says that its owner shows it (spec/check-in.md, "People without a phone"). */
export const isCard = (code: string): boolean => readCard(code) !== undefined

/** Asks the manager to look. The phone may know nothing of whose the card is: the name is on the card. */
export const useFace = () => {
  const [asking, setAsking] = useState<{ answer: (is: boolean) => void }>()
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => setAsking((before) => {
      // One card at a time: what was asked before is not confirmed.
      before?.answer(false)
      return { answer: resolve }
    }))
  const answer = (is: boolean) => {
    asking?.answer(is)
    setAsking(undefined)
  }
  const dialog = asking && (
    <Sheet title={f('title')} onClose={() => answer(false)} closeWords={f('no')}>
      <Text className='q-block s-face-words'>{f('words')}</Text>
      <Box className='s-big'><Button onTap={() => answer(true)}>{f('yes')}</Button></Box>
    </Sheet>
  )
  return { ask, dialog }
}
