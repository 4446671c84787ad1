import type { Trouble } from '@/api/reply'
import { mt, type MeetingKey } from '../text/meetings'

const told = ['voted', 'twice', 'not-a-candidate', 'not-of-branch', 'more-than-should', 'required', 'in-future', 'nobody-present', 'does-not-add-up', 'same-day', 'too-early', 'not-on-agenda', 'incomplete']
/** What the server found wrong with a meeting, each fault once, in words. */
export const faultWords = ({ errors }: Trouble): string => [...new Set((errors ?? []).map(({ code }) => mt(`fault-${told.includes(code) ? code : 'other'}` as MeetingKey)))].join(mt('listComma'))
