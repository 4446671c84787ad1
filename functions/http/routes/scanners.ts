import { scannerEndpoints } from '@shared/contract/scanners'
import { registerScanner } from '../../use-cases/register-scanner'
import type { Routes } from '../app'

/** The phones that scan at an event. What they scan goes to the hot function (check-in.ts). */
export const scannerRoutes: Routes = { registerScanner: { endpoint: scannerEndpoints.registerScanner, useCase: registerScanner } }
