import type { ReactNode } from 'react'
import { Box, Img } from './primitives'

const share = (achieved: number, required: number) => (required <= 0 ? 1 : Math.max(0, Math.min(1, achieved / required)))

/** A bar from nothing to what is required. */
export const Bar = ({ achieved, required, label }: { achieved: number; required: number; label: string }) => (
  <Box className='q-bar' role='img' label={label}><Box className='q-bar-fill' style={{ width: `${share(achieved, required) * 100}%` }} /></Box>
)

const ringPicture = (part: number, colour: string) => {
  const round = 2 * Math.PI * 42
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g fill="none" stroke-width="9" transform="rotate(-90 50 50)"><circle cx="50" cy="50" r="42" stroke="#dfeae5"/>${part > 0 ? `<circle cx="50" cy="50" r="42" stroke="${colour}" stroke-linecap="round" stroke-dasharray="${(part * round).toFixed(1)} ${round.toFixed(1)}"/>` : ''}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** A ring as a picture: both platforms draw SVG, and it is one node for WeChat. `part` is 0–1. */
export const Ring = ({ part, size, children, label, colour = '#18a67a' }: { part: number; size: number; children?: ReactNode; label: string; colour?: string }) => (
  <Box className='q-ring' style={{ width: `${size}px`, height: `${size}px` }}>
    <Img className='q-ring-picture' src={ringPicture(Math.max(0, Math.min(1, part)), colour)} alt={label} />
    <Box className='q-ring-words' hidden>{children}</Box>
  </Box>
)
