import { language } from '@/text/language'
import '../ui/theme.h5.css'

/** The page's language, for screen readers and fonts. */
export const startPlatform = (): void => {
  document.documentElement.lang = language()
}
