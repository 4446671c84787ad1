import { qrPicture } from '@/packages/pass/qr-picture'
import './paper.h5.css'

export const canPrint = true
export const printPage = (): void => window.print()

/** A code as it is, as a QR code. */
export const codePicture = (code: string): string | undefined => qrPicture(code)

/** A link that opens the app's binding page with the code filled in (platform/start.h5.ts), as a QR code. */
export const linkPicture = (code: string): string | undefined => qrPicture(`${location.origin}${location.pathname}?bind=${code}`)
