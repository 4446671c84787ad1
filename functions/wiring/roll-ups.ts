import { projectRollUps } from '../stream/project-roll-ups'
import { readStage } from './configuration'
import { contextOf } from './context'

export const handler = projectRollUps(contextOf(readStage()))
