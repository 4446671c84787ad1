import type { ReactNode } from 'react'
import { Card, Heading } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { useWide } from './use-wide'

/** A list with the detail of one of its rows: beside it on a desktop, in a sheet over it on a phone. */
export const WithAside = ({ list, detail, title, empty, onClose }: { list: ReactNode; detail: ReactNode; title: string; empty: string; onClose: () => void }) => {
  const wide = useWide()
  // A box each: what is put into one of them is all that WeChat is sent.
  if (!wide) return <><Box>{list}</Box><Box>{detail && <Sheet title={title} onClose={onClose}>{detail}</Sheet>}</Box></>
  return (
    <Box className='s-two'>
      <Box>{list}</Box>
      <Box className='s-aside'><Card>{detail ? <><Heading>{title}</Heading>{detail}</> : <Box className='q-empty'>{empty}</Box>}</Card></Box>
    </Box>
  )
}
