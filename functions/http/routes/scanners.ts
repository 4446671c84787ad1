import { scannerEndpoints } from '@shared/contract/scanners'
import { cutOffScanner } from '../../use-cases/cut-off-scanner'
import { listPassKeys } from '../../use-cases/list-pass-keys'
import { listScanners } from '../../use-cases/list-scanners'
import { registerScanner } from '../../use-cases/register-scanner'
import type { Routes } from '../app'

/** The phones that scan at an event, and what they hold. What they scan goes to the hot function (check-in.ts). */
export const scannerRoutes: Routes = {
  registerScanner: { endpoint: scannerEndpoints.registerScanner, useCase: registerScanner },
  listScanners: { endpoint: scannerEndpoints.listScanners, useCase: listScanners },
  cutOffScanner: { endpoint: scannerEndpoints.cutOffScanner, useCase: cutOffScanner },
  listPassKeys: { endpoint: scannerEndpoints.listPassKeys, useCase: listPassKeys },
}
