import '../parts/staff.css'
import { Page } from '@/ui/page'
import { EventsBoard } from '../parts/events-board'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

export default function StaffEvents() {
  const staff = useStaff()
  return <Page title={s('events')} wide>{staff && <EventsBoard />}</Page>
}
