import type { ReactNode } from 'react'
import { Box, Tap, Text } from './primitives'

type Kids = { children?: ReactNode; className?: string | undefined }

/** One that opens something is named by its own words. */
export const Card = ({ children, className = '', onTap }: Kids & { onTap?: (() => void) | undefined }) =>
  onTap ? <Tap className={`q-card ${className}`} onTap={onTap}>{children}</Tap> : <Box className={`q-card ${className}`}>{children}</Box>

export const Heading = ({ children }: Kids) => <Box className='q-h2' role='heading'>{children}</Box>

export const Row = ({ children, className = '' }: Kids) => <Box className={`q-row ${className}`}>{children}</Box>

export type Tone = 'good' | 'wait' | 'bad' | 'info' | 'plain'
export const Tag = ({ children, tone = 'plain' }: Kids & { tone?: Tone }) => <Text className={`q-tag q-tag-${tone}`}>{children}</Text>

export const Button = ({ children, onTap, kind = 'main', small, disabled, busy, label }: Kids & { onTap: () => void; kind?: 'main' | 'plain' | 'danger'; small?: boolean; disabled?: boolean; busy?: boolean; label?: string }) => (
  <Tap className={`q-button q-button-${kind} ${small ? 'q-button-small' : ''} ${disabled || busy ? 'q-button-off' : ''}`} onTap={onTap} disabled={Boolean(disabled || busy)} label={label}>{children}</Tap>
)

/** One of a few, side by side. */
export const Chips = <V extends string>({ options, value, onValue, label }: { options: readonly (readonly [V, string])[]; value: V; onValue: (v: V) => void; label: string }) => (
  <Box className='q-wrap' role='radiogroup' label={label}>
    {options.map(([v, words]) => <Tap key={v} role='radio' selected={v === value} className={`q-chip ${v === value ? 'q-chip-on' : ''}`} onTap={() => onValue(v)}>{words}</Tap>)}
  </Box>
)

/** A form's field: label, control, hint and fault. */
export const Field = ({ label, hint, fault, children, id }: Kids & { label: string; hint?: string | undefined; fault?: string | undefined; id?: string }) => (
  <Box className={`q-field ${fault ? 'q-bad' : ''}`}>
    <Box className='q-label'>{label}</Box>
    {children}
    {fault ? <Box className='q-fault' role='alert' id={id && `${id}-note`}>{fault}</Box> : hint ? <Box className='q-hint' id={id && `${id}-note`}>{hint}</Box> : null}
  </Box>
)
