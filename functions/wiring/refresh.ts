import { refresh } from '../schedule/refresh'
import { readStage } from './configuration'
import { contextOf } from './context'

const stage = readStage()
export const handler = refresh(contextOf(stage), stage.counties)
