import '../parts/staff.css'
import { useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Box } from '@/ui/primitives'
import { Skeleton } from '@/ui/states'
import { canPrint } from '../parts/paper'
import { useStaff } from '../parts/use-staff'
import { ForMany } from './for-many'
import { OneCard } from './one-card'
import { k } from './text'

/** Printed cards for members without a phone of their own: for a class, or for the one whose page led here. */
export default function CardsPage() {
  const staff = useStaff(true)
  const { id } = useParams()
  return (
    <Page title={k('title')} wide>
      {!canPrint && <Box className='s-warn'>{k('onComputer')}</Box>}
      {!staff ? <Skeleton /> : id ? <OneCard personId={id} /> : <ForMany staff={staff} />}
    </Page>
  )
}
