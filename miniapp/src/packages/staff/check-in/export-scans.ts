import { saveText } from '@/platform/save-text'
import type { KeptScan } from '../parts/scan-queue'

/** What could not be uploaded, as it would be sent: for whoever manages the event now. Names of the list are left out; who it was follows from the scan. */
export const exportScans = (eventId: string, scans: readonly KeptScan[]): Promise<boolean> =>
  saveText(`qingcheng-scans-${new Date().toISOString().slice(0, 10)}.json`, JSON.stringify({ eventId, scans: scans.filter(({ verdict }) => verdict === undefined).map(({ scan }) => scan) }, undefined, 1))
