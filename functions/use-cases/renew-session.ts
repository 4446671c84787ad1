import type { UseCase } from '../http/app'
import { openSession } from './open-session'

export const renewSession: UseCase<'renewSession'> = (context, _input, { actor }) => openSession(context, actor)
