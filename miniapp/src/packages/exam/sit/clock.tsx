import { useEffect, useState } from 'react'
import { Box, Text } from '@/ui/primitives'
import { e } from '../text'

const two = (n: number) => String(n).padStart(2, '0')
const spoken = [10, 5, 1]

/** What is left, by the second; a screen reader hears it ten, five and one minute before the end. `left` gives the milliseconds. */
export const Clock = ({ left, onUp }: { left: () => number; onUp: () => void }) => {
  const [ms, setMs] = useState(left)
  const up = ms === 0
  useEffect(() => {
    const timer = setInterval(() => setMs(left()), 1000)
    return () => clearInterval(timer)
  }, [left])
  useEffect(() => {
    if (up) onUp()
  }, [up])
  const seconds = Math.ceil(ms / 1000)
  const minutes = Math.ceil(seconds / 60)
  return (
    <>
      <Text className={`q-strong q-num ${seconds <= 300 ? 'q-red' : ''}`}>{up ? e('timeUp') : e('remaining', { time: `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` })}</Text>
      <Box className='e-said' role='status' live='polite'>{spoken.includes(minutes) && seconds % 60 === 0 ? e('minutesLeft', { n: minutes }) : ''}</Box>
    </>
  )
}
