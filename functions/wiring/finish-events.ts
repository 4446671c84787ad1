import { finishDueEvents } from '../schedule/finish-events'
import { readStage } from './configuration'
import { contextOf } from './context'

const stage = readStage()
export const handler = finishDueEvents(contextOf(stage), stage.counties)
