import type { HomeView } from '@shared/contract/youth-homes'
import type { Tone } from '@/ui/parts'

export const stateTones: Record<HomeView['standards'][number]['state'], Tone> = { 'not-assessed': 'plain', met: 'good', partly: 'wait', 'not-met': 'bad' }
