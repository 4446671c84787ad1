import { refresh } from '../schedule/refresh'
import { readConfiguration } from './configuration'
import { contextOf } from './context'

const configuration = readConfiguration()
export const handler = refresh(contextOf(configuration), configuration.counties)
