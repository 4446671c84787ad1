import type { Answer, EndpointName, Input } from '@shared/contract/index'
import { useCallback, useRef, useState } from 'react'
import { useBottomReached } from '@/platform/page-events'
import { call } from './call'
import type { Trouble } from './reply'
import { useQuery } from './use-query'

/** Answers in pages: one of items alone has no key `next`. */
type Paged = { [N in EndpointName]: Answer<N> extends { items: unknown[]; next?: string | undefined } ? ('next' extends keyof Answer<N> ? N : never) : never }[EndpointName]
type Item<N extends Paged> = Answer<N>['items'][number]

export interface Pages<T> {
  items: T[] | undefined
  at: number | undefined
  trouble: Trouble | undefined
  loading: boolean
  more: boolean
  loadingMore: boolean
  loadMore: () => Promise<void>
  refresh: () => Promise<void>
  /** Puts a changed item in the place of the old one. */
  change: (is: (item: T) => boolean, to: T | undefined) => void
}

/** A list read page by page (cursors), the first page kept; the next is read when the bottom is reached. */
export const usePages = <N extends Paged>(name: N, input: Input<N> | undefined): Pages<Item<N>> => {
  const first = useQuery(name, input)
  const [later, setLater] = useState<{ of: unknown; items: Item<N>[]; next: string | undefined }>({ of: undefined, items: [], next: undefined })
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreTrouble, setMoreTrouble] = useState<Trouble>()
  const busy = useRef(false)
  const mine = later.of === first.value && later.of !== undefined
  const next = mine ? later.next : first.value?.next

  const loadMore = useCallback(async () => {
    if (busy.current || next === undefined || input === undefined) return
    busy.current = true
    setLoadingMore(true)
    const reply = await call(name, { ...input, cursor: next } as Input<N>)
    busy.current = false
    setLoadingMore(false)
    setMoreTrouble(reply.ok ? undefined : reply.trouble)
    if (reply.ok) setLater((l) => ({ of: first.value, items: [...(l.of === first.value ? l.items : []), ...reply.value.items], next: reply.value.next }))
  }, [name, next, JSON.stringify(input), first.value])
  useBottomReached(() => void loadMore())

  const change = useCallback((is: (item: Item<N>) => boolean, to: Item<N> | undefined) => {
    if (!first.value) return
    const swap = (list: Item<N>[]) => list.flatMap((i) => (is(i) ? (to === undefined ? [] : [to]) : [i]))
    const value = { ...first.value, items: swap(first.value.items) } as Answer<N>
    setLater((l) => ({ of: value, items: l.of === first.value ? swap(l.items) : [], next: l.of === first.value ? l.next : first.value?.next }))
    first.put(value)
  }, [first.value, first.put])

  return {
    items: first.value ? (mine ? [...first.value.items, ...later.items] : first.value.items) : undefined,
    at: first.at, trouble: first.trouble ?? moreTrouble, loading: first.loading, more: next !== undefined, loadingMore, loadMore, refresh: first.refresh, change,
  }
}
