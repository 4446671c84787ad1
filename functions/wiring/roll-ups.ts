import { projectRollUps } from '../stream/project-roll-ups'
import { readConfiguration } from './configuration'
import { contextOf } from './context'

export const handler = projectRollUps(contextOf(readConfiguration()))
