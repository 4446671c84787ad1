import type { PropsWithChildren } from 'react'
import './ui/theme.css'
import { startOffline } from './platform/offline'
import { startPlatform } from './platform/start'

startPlatform()
startOffline()

export default function App({ children }: PropsWithChildren) {
  return children
}
