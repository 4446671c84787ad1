import { needsGuardian } from '@shared/model/consent'
import { localDate } from '@/text/format'
import { Box } from '@/ui/primitives'
import { s } from '../text'

/** For members under 14: nothing can be entered before a guardian's consent is. */
export const GuardianFirst = ({ birthDate }: { birthDate: string | undefined }) =>
  birthDate !== undefined && needsGuardian(birthDate, localDate(Date.now())) ? <Box className='s-warn'>{s('guardianFirst')}</Box> : null
