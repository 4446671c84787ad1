import type { EventView } from '@shared/contract/events'
import { localDateTime } from '@/text/format'
import { Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { e } from './text'

const wordsOf = ({ signUp, startsAt }: EventView): [string, string] | undefined => {
  if (signUp?.state === 'waiting') return [signUp.place === undefined ? e('waiting') : e('waitingPlace', { place: signUp.place, of: signUp.of ?? signUp.place }), e('waitingWords')]
  if (signUp?.came === true) return [e('came'), e('cameWords')]
  if (signUp?.came === false) return [e('noShow'), e('noShowWords')]
  if (signUp?.state === 'signed-up' && signUp.movedUpAt) return [e('movedUp'), e('movedUpWords', { time: localDateTime(signUp.movedUpAt), starts: localDateTime(startsAt) })]
  return undefined
}

/** Where somebody stands at an event: their place in line, that the line moved up to them, or how it went. */
export const Standing = ({ event }: { event: EventView }) => {
  const words = wordsOf(event)
  if (!words) return null
  // An event that is closed moves nobody up.
  if (event.state === 'closed' && event.signUp?.state === 'waiting') return <Card><Text className='q-block'>{e('waitedInVain')}</Text></Card>
  return <Card><Box role='status'><Text className='q-strong q-block'>{words[0]}</Text><Text className='q-soft q-block'>{words[1]}</Text></Box></Card>
}
