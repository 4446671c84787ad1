import type { PropsWithChildren } from 'react'
import './ui/theme.css'
import { renewEnglish } from './features/me/choose-language'
import { startOffline } from './platform/offline'
import { startPlatform } from './platform/start'

startPlatform()
startOffline()
void renewEnglish()

export default function App({ children }: PropsWithChildren) {
  return children
}
