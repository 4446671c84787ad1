import { qrPicture } from '@/packages/pass/qr-picture'
import './paper.h5.css'

export const canPrint = true
export const printPage = (): void => window.print()

/** A link that opens the app's binding page with the code filled in (platform/start.h5.ts), as a QR code. */
export const slipPicture = (code: string): string | undefined => qrPicture(`${location.origin}${location.pathname}?bind=${code}`)
