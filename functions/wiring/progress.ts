import { bothOf } from '../stream/entries'
import { projectPeople } from '../stream/project-people'
import { tellPeople } from '../stream/tell-people'
import { readStage } from './configuration'
import { contextOf } from './context'

const context = contextOf(readStage())
export const handler = bothOf(projectPeople(context), tellPeople(context))
