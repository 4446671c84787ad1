import { useEffect, useRef } from 'react'

const focusable = 'button:not(:disabled), [href], input, select, textarea'

/** Keeps the keyboard inside the topmost dialog, closes it on Escape, and gives the focus back afterwards. */
export const useDialogKeys = (onClose: () => void): void => {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    const dialog = Array.from(document.querySelectorAll<HTMLElement>('[role=dialog]')).at(-1)
    dialog?.querySelector<HTMLElement>(focusable)?.focus()
    const pressed = (e: KeyboardEvent) => {
      if (e.key === 'Escape') close.current()
      if (e.key !== 'Tab' || !dialog) return
      const all = Array.from(dialog.querySelectorAll<HTMLElement>(focusable))
      const edge = e.shiftKey ? all[0] : all.at(-1)
      if (document.activeElement === edge || !dialog.contains(document.activeElement)) {
        e.preventDefault()
        ;(e.shiftKey ? all.at(-1) : all[0])?.focus()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
}
