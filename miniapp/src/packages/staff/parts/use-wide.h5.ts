import { useEffect, useState } from 'react'

const wide = () => window.matchMedia('(min-width: 960px)')

/** Whether list and detail fit side by side. */
export const useWide = (): boolean => {
  const [is, setIs] = useState(() => wide().matches)
  useEffect(() => {
    const query = wide()
    const changed = () => setIs(query.matches)
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, [])
  return is
}
