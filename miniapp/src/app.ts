import type { PropsWithChildren } from 'react'
import './ui/theme.css'
import { startPlatform } from './platform/start'

startPlatform()

export default function App({ children }: PropsWithChildren) {
  return children
}
