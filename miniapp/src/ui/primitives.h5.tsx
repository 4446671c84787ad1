import { createElement } from 'react'
import type * as weapp from './primitives'
import type { AreaProps, BoxProps, ImgProps, InputProps, PickProps, TapProps, TextProps } from './primitive-props'

/** The parts of primitives.tsx in plain HTML: reachable by keyboard, named for screen readers, and without the weight of web components. */
export const Box = ({ className, children, style, role, label, hidden, id, live, level = 2 }: BoxProps) => {
  const tag = role === 'heading' ? `h${level}` : role === 'main' ? 'main' : role === 'list' ? 'ul' : role === 'listitem' ? 'li' : 'div'
  return createElement(tag, { id, className, style, role: tag === 'div' ? role : undefined, 'aria-label': label, 'aria-hidden': hidden || undefined, 'aria-live': live, 'aria-modal': role === 'dialog' || undefined }, children)
}

export const Text = ({ className, children }: TextProps) => <span className={className}>{children}</span>

const states = { button: 'aria-pressed', link: 'aria-current', radio: 'aria-checked', checkbox: 'aria-checked', tab: 'aria-selected', switch: 'aria-checked' } as const
export const Tap = ({ className, children, onTap, disabled, label, role = 'button', selected, style }: TapProps) => (
  <button type='button' className={`q-tap ${className ?? ''}`} style={style} disabled={disabled} aria-label={label} role={role === 'button' ? undefined : role} onClick={onTap} {...(selected !== undefined && { [states[role]]: selected })}>{children}</button>
)

export const Img = ({ src, className, alt = '', fit = 'aspectFit', style, onTap }: ImgProps) => (
  <img src={src} alt={alt} className={className} style={{ objectFit: fit === 'aspectFill' ? 'cover' : 'contain', ...style }} onClick={onTap} />
)

const named = ({ id, label, describedBy, invalid }: InputProps | AreaProps | PickProps) => ({ id, 'aria-label': label, 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined })

export const TextInput = (p: InputProps) => (
  <input {...named(p)} className='q-input' type='text' inputMode={p.type === 'number' ? 'numeric' : 'text'} value={p.value} maxLength={p.maxLength ?? 140} placeholder={p.placeholder} disabled={p.disabled}
    onChange={(e) => p.onValue(e.target.value)} onKeyDown={(e) => e.key === 'Enter' && !e.nativeEvent.isComposing && p.onDone?.()} />
)

export const TextArea = (p: AreaProps) => (
  <textarea {...named(p)} className='q-input q-area' rows={p.rows ?? 4} value={p.value} maxLength={p.maxLength ?? 500} placeholder={p.placeholder} onChange={(e) => p.onValue(e.target.value)} />
)

export const DateInput = (p: PickProps) => <input {...named(p)} className='q-input' type='date' value={p.value} min={p.min} max={p.max} onChange={(e) => p.onValue(e.target.value)} />

export const TimeInput = (p: PickProps) => <input {...named(p)} className='q-input' type='time' value={p.value} onChange={(e) => p.onValue(e.target.value)} />

export const Select = (p: PickProps) => (
  <select {...named(p)} className='q-input' value={p.value} onChange={(e) => p.onValue(e.target.value)}>
    {!p.value && <option value=''>{p.placeholder}</option>}
    {p.options?.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
  </select>
)

// Both files offer the same names with the same types; a difference fails the type check.
type Same = typeof import('./primitives.h5') extends typeof weapp ? true : never
true satisfies Same
