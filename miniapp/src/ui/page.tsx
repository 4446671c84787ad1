import { type ReactNode, useEffect } from 'react'
import { setTitle, useShown } from '@/platform/page-events'
import { Header } from './header'
import { Box } from './primitives'
import { TabBar } from './tab-bar'
import { useToast } from './toast'
import { t } from '@/text'

export type TabName = 'home' | 'events' | 'records' | 'me'

/** The frame of each page: title, back button, tab bar (both by the platform), toast, and how far it is pulled down. */
export const Page = ({ title, tab, children, pulled = 0, wide, noBack }: { title: string; tab?: TabName; children?: ReactNode; pulled?: number; wide?: boolean; noBack?: boolean }) => {
  const words = useToast()
  useEffect(() => setTitle(title), [title])
  useShown(() => setTitle(title))
  return (
    <Box className={`q-page ${tab ? 'q-tabbed' : ''} ${wide ? 'q-wide' : ''}`}>
      {pulled > 0 && <Box className='q-pull' style={{ height: `${pulled}px` }}>{t('pullToRefresh')}</Box>}
      <Header title={title} canGoBack={!tab && !noBack} />
      <Box role='main'>{children}</Box>
      {words ? <Box className='q-toast' role='status' live='polite'>{words}</Box> : null}
      {tab && <TabBar current={tab} />}
    </Box>
  )
}
