import Taro from '@tarojs/taro'
import type { EventView } from '@shared/contract/events'
import { calendarNote } from '@shared/model/event'
import type { Trouble } from '@/api/reply'

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/** Puts an event into the phone's own calendar, with an alarm an hour before. False: the person did not let it. */
export const addToCalendar = async (event: EventView): Promise<boolean | Trouble> => {
  try {
    await Taro.addPhoneCalendar({
      title: event.title, startTime: seconds(event.startsAt), endTime: String(seconds(event.endsAt)), location: event.place, description: calendarNote(event), alarm: true, alarmOffset: 3600,
    })
    return true
  } catch {
    return false
  }
}
