import type { ReactNode } from 'react'
import { t } from '@/text'
import { Button } from './parts'
import { Box } from './primitives'
import { useDialogKeys } from './dialog-keys'

/** A sheet from below, over the page. Escape and the button close it. */
export const Sheet = ({ title, children, onClose, closeWords }: { title: string; children?: ReactNode; onClose: () => void; closeWords?: string }) => {
  useDialogKeys(onClose)
  return (
    <Box className='q-cover'>
      <Box className='q-sheet' role='dialog' label={title}>
        <Box className='q-sheet-title' role='heading'>{title}</Box>
        {children}
        <Box style={{ marginTop: '12px' }}><Button kind='plain' onTap={onClose}>{closeWords ?? t('close')}</Button></Box>
      </Box>
    </Box>
  )
}

/** Asks before something that cannot be taken back. */
export const Confirm = ({ title, words, yes, danger, busy, onYes, onNo }: { title: string; words: string; yes: string; danger?: boolean; busy?: boolean; onYes: () => void; onNo: () => void }) => (
  <Sheet title={title} onClose={onNo} closeWords={t('cancel')}>
    <Box style={{ marginBottom: '16px' }}>{words}</Box>
    <Button kind={danger ? 'danger' : 'main'} onTap={onYes} {...(busy && { busy })}>{yes}</Button>
  </Sheet>
)
