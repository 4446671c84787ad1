import { dueMs } from './check-in'

/** Whether what is new about a scan, known at `now` (epoch ms), may come when its event was finished already: its doors are closed, or nobody says when they do. */
export const isLateScan = (now: number, endsAt: string | undefined): boolean => endsAt === undefined || now >= dueMs({ endsAt })
