import { Image, Input, Picker, Text as TaroText, Textarea, View } from '@tarojs/components'
import type { AreaProps, BoxProps, ImgProps, InputProps, PickProps, TapProps, TextProps } from './primitive-props'

/** What every page is made of, in WeChat's components. primitives.h5.tsx is the same in HTML, for keyboard, screen reader and size. */
export const Box = ({ className, children, style, role, label, id }: BoxProps) => (
  <View {...(id && { id })} className={className ?? ''} {...(style && { style })} {...(role && { ariaRole: role })} {...(label && { ariaLabel: label })}>{children}</View>
)

export const Text = ({ className, children, selectable }: TextProps) => <TaroText className={className ?? ''} selectable={selectable}>{children}</TaroText>

/** Anything that is pressed. `role` and `selected` tell a screen reader what it is. */
export const Tap = ({ className, children, onTap, disabled, label, role = 'button', style }: TapProps) => (
  <View className={`q-tap ${className ?? ''}`} {...(style && { style })} hoverClass={disabled ? 'none' : 'q-pressed'} ariaRole={role} ariaLabel={label} onClick={disabled ? undefined : onTap}>{children}</View>
)

export const Img = ({ src, className, alt, fit = 'aspectFit', style, onTap }: ImgProps) => (
  <Image src={src} className={className ?? ''} mode={fit} {...(style && { style })} {...(alt && { ariaLabel: alt })} {...(onTap && { onClick: onTap })} lazyLoad />
)

export const TextInput = ({ id, value, onValue, placeholder, type = 'text', maxLength = 140, label, disabled, onDone }: InputProps) => (
  <Input id={id} className='q-input' value={value} type={type === 'number' ? 'number' : 'text'} maxlength={maxLength} placeholder={placeholder} placeholderClass='q-placeholder' disabled={disabled}
    ariaLabel={label} onInput={(e) => onValue(e.detail.value)} onConfirm={onDone} />
)

export const TextArea = ({ id, value, onValue, placeholder, maxLength = 500, label, rows = 4 }: AreaProps) => (
  <Textarea id={id} className='q-input q-area' style={{ minHeight: `${rows * 26 + 22}px` }} value={value} maxlength={maxLength} placeholder={placeholder} placeholderClass='q-placeholder' ariaLabel={label}
    autoHeight onInput={(e) => onValue(e.detail.value)} />
)

const shown = (value: string | undefined, placeholder: string | undefined) => <View className={`q-input q-pick ${value ? '' : 'q-placeholder'}`}>{value || placeholder}</View>

/** A date as YYYY-MM-DD. */
export const DateInput = ({ value, onValue, min, max, placeholder }: PickProps) => (
  <Picker mode='date' value={value} start={min} end={max} onChange={(e) => onValue(e.detail.value)}>{shown(value, placeholder)}</Picker>
)

/** A time as HH:mm. */
export const TimeInput = ({ value, onValue, placeholder }: PickProps) => (
  <Picker mode='time' value={value} onChange={(e) => onValue(e.detail.value)}>{shown(value, placeholder)}</Picker>
)

/** One of a few; `options` are value and words. */
export const Select = ({ value, onValue, options = [], placeholder }: PickProps) => {
  const index = options.findIndex(([v]) => v === value)
  return (
    <Picker mode='selector' range={options.map(([, words]) => words)} value={Math.max(0, index)} onChange={(e) => onValue(options[Number(e.detail.value)]?.[0] ?? '')}>
      {shown(options[index]?.[1], placeholder)}
    </Picker>
  )
}
