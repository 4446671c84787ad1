import { memo, useMemo } from 'react'
import { Box, Img, Text } from '@/ui/primitives'
import { codePicture } from '../parts/paper'
import { PaperSheets } from '../parts/paper-sheets'
import type { Cards, PrintedCard } from './joined'
import { p } from './print-text'
import { k } from './text'

/** One card: the name in print alone, the code as a picture. */
const CardFace = memo(({ card, branchName }: { card: PrintedCard; branchName: string }) => {
  const picture = useMemo(() => codePicture(card.code), [card.code])
  return (
    <Box className='card' role='listitem'>
      <Box className='card-words'>
        <Text className='card-title'>{k('title')}</Text>
        <Text className='card-name'>{card.name}</Text>
        {card.className && <Text className='card-class'>{card.className}</Text>}
        <Text className='card-small'>{branchName}</Text>
        <Text className='card-small card-foot'>{p('check')}</Text>
        <Text className='card-small'>{p('lost')}</Text>
      </Box>
      {picture && <Img className='card-picture' src={picture} alt={p('code', { name: card.name })} />}
    </Box>
  )
})

const perSheet = 10

/** The cards in sheets of ten, as they are printed. */
export const CardSheets = ({ cards, branchName }: Pick<Cards, 'cards' | 'branchName'>) => <PaperSheets kind='cards' items={cards} perSheet={perSheet} show={(card) => <CardFace key={card.personId} card={card} branchName={branchName} />} />
