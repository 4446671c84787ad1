import type { CSSProperties, ReactNode } from 'react'

export interface BoxProps {
  className?: string | undefined
  children?: ReactNode
  style?: CSSProperties | undefined
  role?: 'heading' | 'list' | 'listitem' | 'status' | 'alert' | 'group' | 'dialog' | 'progressbar' | 'img' | 'radiogroup' | 'tablist' | 'main' | undefined
  /** The accessible name, where the words inside do not make one. */
  label?: string | undefined
  /** Decoration: a screen reader skips it. */
  hidden?: boolean | undefined
  id?: string | undefined
  live?: 'polite' | 'assertive' | undefined
  /** With `heading`: 1–4. */
  level?: number | undefined
}
export interface TextProps { className?: string | undefined; children?: ReactNode; selectable?: boolean | undefined }
export interface TapProps {
  className?: string | undefined
  children?: ReactNode
  style?: CSSProperties | undefined
  onTap?: (() => void) | undefined
  disabled?: boolean | undefined
  label?: string | undefined
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab' | 'switch' | undefined
  /** Checked, selected or on, with the roles that can be. */
  selected?: boolean | undefined
}
export interface ImgProps {
  src: string
  className?: string | undefined
  /** Absent: decoration. */
  alt?: string | undefined
  fit?: 'aspectFit' | 'aspectFill' | undefined
  style?: CSSProperties | undefined
  onTap?: (() => void) | undefined
}
interface Valued {
  id?: string | undefined
  value: string
  onValue: (value: string) => void
  placeholder?: string | undefined
  label?: string | undefined
  /** Ids of the hint and the error below it. */
  describedBy?: string | undefined
  invalid?: boolean | undefined
}
export interface InputProps extends Valued { type?: 'text' | 'number' | undefined; maxLength?: number | undefined; disabled?: boolean | undefined; onDone?: (() => void) | undefined }
export interface AreaProps extends Valued { maxLength?: number | undefined; rows?: number | undefined }
export interface PickProps extends Valued { min?: string | undefined; max?: string | undefined; options?: readonly (readonly [value: string, words: string])[] | undefined }
