import { projectPeople } from '../stream/project-people'
import { readStage } from './configuration'
import { contextOf } from './context'

export const handler = projectPeople(contextOf(readStage()))
