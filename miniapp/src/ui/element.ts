import { createElement, type ElementType, type ReactNode } from 'react'

export { Fragment } from 'react'

/** What the build writes for a tag (miniapp/config/elements.cjs): createElement, where a class may stand alone for the properties, and 0 for none. */
export const element = (type: ElementType, given: object | string | 0, ...children: ReactNode[]) => createElement(type, typeof given === 'string' ? { className: given } : given || null, ...children)
