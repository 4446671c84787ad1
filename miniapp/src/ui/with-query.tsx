import type { ReactNode } from 'react'
import type { Trouble } from '@/api/reply'
import { t } from '@/text'
import { Button } from './parts'
import { Box } from './primitives'
import { ErrorState, Skeleton, StaleBanner } from './states'

interface Shown<T> { value: T | undefined; at: number | undefined; trouble: Trouble | undefined; refresh: () => Promise<void> }

/** What a query shows in each of its states: skeleton, error with retry, old figures with their age, or the value. */
export const WithQuery = <T,>({ query, children, rows }: { query: Shown<T>; children: (value: T) => ReactNode; rows?: number }) => {
  if (query.value === undefined) return query.trouble ? <ErrorState trouble={query.trouble} onRetry={() => void query.refresh()} /> : <Skeleton {...(rows && { rows })} />
  return <><StaleBanner trouble={query.trouble} at={query.at} />{children(query.value)}</>
}

/** Below a list that is read page by page. */
export const ListEnd = ({ pages }: { pages: { more: boolean; loadingMore: boolean; loadMore: () => Promise<void>; items: unknown[] | undefined } }) => {
  if (!pages.items?.length) return null
  return <Box className='q-foot'>{pages.loadingMore ? t('loading') : pages.more ? <Button small kind='plain' onTap={() => void pages.loadMore()}>{t('more')}</Button> : t('noMore')}</Box>
}
