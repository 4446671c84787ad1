import type { Pages } from '@/api/use-pages'

/**
 * A list narrowed by a filter: while it is short enough to be here whole, at once and without asking; a longer one is asked for anew. `all` and
 * `narrowed` are the two lists, `narrowed` without an input (hence empty and at no cost) as long as it is not needed.
 */
export const narrow = <T>(all: Pages<T>, narrowed: Pages<T>, fits: ((item: T) => boolean) | undefined): Pages<T> => {
  if (!fits) return all
  return all.more ? narrowed : { ...all, items: all.items?.filter(fits) }
}
