import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { Card, Chips, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { k } from '../text/conflicts'

const share = (part: number, all: number) => `${Math.round((100 * part) / Math.max(1, all))}%`

/** By who checked people in: how much goes by the list, and what spot checks found. */
export const ScanReport = ({ org }: { org: string }) => {
  const [days, setDays] = useState<'30' | '90'>('30')
  const query = useQuery('showScanReport', { org, days: Number(days) })
  return (
    <>
      <Heading>{k('report')}</Heading>
      <Box className='s-tools'><Chips label={k('period')} value={days} onValue={setDays} options={(['30', '90'] as const).map((n) => [n, k('days', { n })] as const)} /></Box>
      <WithQuery query={query}>
        {({ managers }) => managers.length === 0 ? <Empty title={k('noReport')} words={k('reportHint')} /> : (
          <Card>
            {managers.map(({ personId, name, scans, byList, confirmed, doubted }) => (
              <Box key={personId} className='s-line'>
                <Text className='q-strong q-block'>{name}</Text>
                <Text className='q-block q-num'>{`${k('scansN', { n: scans })} · ${k('listShare', { n: byList, share: share(byList, scans) })}`}</Text>
                {confirmed + doubted > 0 && <Text className={`q-block q-small q-num ${doubted ? 'q-amber' : 'q-soft'}`}>{k('checkedN', { yes: confirmed, no: doubted })}</Text>}
              </Box>
            ))}
          </Card>
        )}
      </WithQuery>
    </>
  )
}
