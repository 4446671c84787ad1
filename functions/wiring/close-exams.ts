import { closeOverdueExams } from '../schedule/close-exams'
import { readStage } from './configuration'
import { contextOf } from './context'

const stage = readStage()
export const handler = closeOverdueExams(contextOf(stage), stage.counties)
