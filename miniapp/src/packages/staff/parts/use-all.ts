import { useEffect } from 'react'
import type { Pages } from '@/api/use-pages'

/** Reads on until every page is here: for lists that are counted or turned round. A page that could not be read stops it. */
export const useAll = <T>(pages: Pages<T>): Pages<T> => {
  const { more, loadingMore, trouble, loadMore } = pages
  useEffect(() => {
    if (more && !loadingMore && !trouble) void loadMore()
  }, [more, loadingMore, trouble, loadMore])
  return pages
}
