import type { Answer } from '@shared/contract/index'

export type Figures = Answer<'showHomeFigures'>
export type Month = Figures['homes'][number]['months'][number]
export const metrics = ['distinct', 'came', 'held', 'seatsFilled'] as const
export type Metric = (typeof metrics)[number]

const none: Month = { distinct: 0, events: 0, came: 0, seated: 0, capacity: 0 }
const add = (a: Month, b: Month): Month => ({ distinct: a.distinct + b.distinct, events: a.events + b.events, came: a.came + b.came, seated: a.seated + b.seated, capacity: a.capacity + b.capacity })

/** A figure of a month, or of several added up; a share in whole percent, undefined where there were no seats. */
export const figureOf = (metric: Metric, { distinct, came, events, seated, capacity }: Month): number | undefined => {
  if (metric === 'seatsFilled') return capacity === 0 ? undefined : Math.round((seated / capacity) * 100)
  return { distinct, came, held: events }[metric]
}

/** Month by month: of one home, or of all together. */
export const monthsOf = ({ months, homes }: Figures, homeId: string): Month[] =>
  months.map((_, i) => homes.filter((home) => homeId === '' || home.homeId === homeId).reduce((sum, home) => add(sum, home.months[i] ?? none), none))

/** What is compared: visits, events and seats over all twelve months; people a month, for one who came in two months is two. */
export const overall = (metric: Metric, months: readonly Month[]): number | undefined => {
  const sum = months.reduce(add, none)
  return metric === 'distinct' ? Math.round(sum.distinct / Math.max(1, months.length)) : figureOf(metric, sum)
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Every home's every month as CSV for a spreadsheet program, with the mark by which it knows UTF-8. */
export const csvOf = ({ months, homes }: Figures, heads: readonly string[]): string => {
  const rows = homes.flatMap(({ name, months: of }) => of.map((month, i) => [name, months[i] ?? '', month.distinct, month.came, month.events, month.seated, month.capacity]))
  return `﻿${[heads, ...rows].map((row) => row.map((one) => cell(String(one))).join(',')).join('\r\n')}\r\n`
}
