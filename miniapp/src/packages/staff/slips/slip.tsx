import { memo, useMemo } from 'react'
import { localDateTime } from '@/text/format'
import { Box, Img, Text } from '@/ui/primitives'
import { PaperSheets } from '../parts/paper-sheets'
import { linkPicture } from '../parts/paper'
import type { Slip } from './joined'
import { l } from './text'

/** One person's slip: who, the code, the link as a picture, and until when. */
export const SlipCard = memo(({ slip, branchName, expiresAt }: { slip: Slip; branchName: string; expiresAt: string }) => {
  const picture = useMemo(() => linkPicture(slip.code), [slip.code])
  return (
    <Box className='slip' role='listitem'>
      <Box className='slip-top'>
        <Box className='q-grow'>
          <Text className='slip-name'>{slip.name}</Text>
          <Text className='q-soft q-block'>{slip.className ?? branchName}</Text>
          <Text className='q-soft q-block'>{l('until', { time: localDateTime(expiresAt) })}</Text>
          <Text className='q-soft q-block'>{l('forOne')}</Text>
        </Box>
        {picture && <Img className='slip-picture' src={picture} alt={l('qr', { name: slip.name })} />}
      </Box>
      <Text className='q-small q-soft q-block'>{l('howScan')}</Text>
      <Text className='slip-code' selectable>{slip.code}</Text>
      {slip.guardianNeeded && <Text className='slip-warn'>{l('guardian')}</Text>}
    </Box>
  )
})

const perSheet = 8

/** The slips in sheets of eight, as they are printed. */
export const Sheets = ({ slips, branchName, expiresAt }: { slips: Slip[]; branchName: string; expiresAt: string }) => (
  <PaperSheets kind='slips' items={slips} perSheet={perSheet} show={(slip) => <SlipCard key={slip.personId} slip={slip} branchName={branchName} expiresAt={expiresAt} />} />
)
