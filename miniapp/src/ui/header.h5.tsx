import { back } from '@/platform/navigate'
import { t } from '@/text'
import { Box, Tap } from './primitives'

export const Header = ({ title, canGoBack }: { title: string; canGoBack: boolean }) => (
  <header className='q-header'>
    {canGoBack && <Tap className='q-backbutton' label={t('back')} onTap={() => back()}>‹</Tap>}
    <Box className='q-title' role='heading' level={1}>{title}</Box>
  </header>
)
