import { eventPeopleEndpoints } from '@shared/contract/event-people'
import { listEventPeople } from '../../use-cases/list-event-people'
import type { Routes } from '../app'

/** Who a name at an event may mean. */
export const eventPeopleRoutes: Routes = { listEventPeople: { endpoint: eventPeopleEndpoints.listEventPeople, useCase: listEventPeople } }
