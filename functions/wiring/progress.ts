import { projectPeople } from '../stream/project-people'
import { readConfiguration } from './configuration'
import { contextOf } from './context'

export const handler = projectPeople(contextOf(readConfiguration()))
