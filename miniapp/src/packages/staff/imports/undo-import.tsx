import type { Answer } from '@shared/contract/index'
import { useState } from 'react'
import { Button } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { i } from './text'
import { useUndo } from './use-undo'

/** Takes an import back as a whole, after asking. */
export const UndoImport = ({ org, importId, words, label, onUndone }: { org: string; importId: string; words: string; label?: string; onUndone: (view: Answer<'undoImport'>) => void }) => {
  const [asked, setAsked] = useState(false)
  const undo = useUndo(org, (view) => {
    setAsked(false)
    if (view) onUndone(view)
  })
  return (
    <Box style={{ marginTop: '8px' }}>
      <Refused trouble={undo.trouble} />
      <Button small kind='plain' busy={undo.sending} onTap={() => setAsked(true)} {...(label && { label })}>{words}</Button>
      {asked && <Confirm danger title={i('undoThis')} words={undo.sending ? i('undoing') : i('undoAsk')} yes={i('undo')} busy={undo.sending} onYes={() => void undo.run(importId)} onNo={() => setAsked(false)} />}
    </Box>
  )
}
