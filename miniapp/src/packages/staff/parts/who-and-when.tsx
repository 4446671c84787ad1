import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { ad, type AdmissionKey } from '../text/admission'
import type { View } from './application-words'

type Application = NonNullable<View['application']>

/** Who was named, which number, how the notice runs. */
export const WhoAndWhen = ({ application: { mentors, introducers, number, notice } }: { application: Application }) => {
  if (mentors.length + introducers.length === 0 && !number && !notice) return null
  return (
    <>
      <Heading>{ad('named')}</Heading>
      <Card>
        {mentors.length > 0 && <Box className='s-line'><Row><Text className='q-soft q-grow'>{ad('mentors')}</Text><Text>{mentors.map(({ name }) => name).join(ad('comma'))}</Text></Row></Box>}
        {number && <Box className='s-line'><Row><Text className='q-soft q-grow'>{ad('number')}</Text><Text className='q-num' selectable>{number}</Text></Row></Box>}
        {notice && <Box className='s-line'><Row><Box className='q-grow'><Text className='q-soft q-block'>{ad('notice')}</Text>{notice.masked && <Tag>{ad('masked')}</Tag>}</Box><Text className='q-num'>{ad('fromTo', { from: notice.from, until: notice.closed ?? notice.until })}</Text></Row></Box>}
        {introducers.map(({ name, spoken }, i) => <Box key={name + String(i)} className='s-line'><Row><Text className='q-soft q-grow'>{ad('introducer')}</Text><Text>{name}</Text><Tag tone={spoken ? 'good' : 'wait'}>{ad(spoken ? 'spoken' : 'silent')}</Tag></Row></Box>)}
      </Card>
    </>
  )
}

const parts = ['ethnicity', 'education', 'family', 'honours', 'statement'] as const satisfies readonly (AdmissionKey & keyof NonNullable<Application['form']>)[]

/** The admission form as it was filled in. */
export const FilledForm = ({ form }: { form: NonNullable<Application['form']> }) => (
  <>
    <Heading>{ad('form')}</Heading>
    <Card>{parts.map((key) => form[key] && <Box key={key} className='s-line'><Text className='q-soft q-small q-block'>{ad(key)}</Text><Text className='s-letter q-block'>{form[key]}</Text></Box>)}</Card>
  </>
)
