/** Keeps the screen on where the browser can; how bright it is, a page cannot say. The lock ends when the page is hidden, and is taken anew when it is shown. */
export const keepAwake = (): (() => void) => {
  let lock: { release: () => Promise<void> } | undefined
  let over = false
  const take = () => {
    if (document.hidden || over) return
    navigator.wakeLock?.request('screen').then((taken) => {
      lock = taken
      if (over) void taken.release()
    }, () => {})
  }
  take()
  document.addEventListener('visibilitychange', take)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', take)
    void lock?.release()
  }
}
