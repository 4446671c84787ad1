import { visitDayId } from '@shared/model/event'
import { addDays, at, latest } from './calendar'
import { countyId, homeId, townshipName, townshipNumbers } from './orgs'
import { randomOf } from './random'
import { type Category, qualityThemes, volunteerThemes } from './themes'

/** An event of the demo county, with what it credits. Instants in UTC. */
export interface DemoEvent {
  eventId: string
  host: string
  title: string
  category: Category
  startsAt: string
  endsAt: string
  place: string
  description: string
  capacity?: number
  /** How many wait for a seat, all of which are taken. */
  waiting?: number
  /** Lessons, activities, visits; absent for minutes. */
  quantity?: number
  minimumMinutes: number
  breaks: { from: string; to: string }[]
  state: 'open' | 'closed'
  publishedAt: string
  publishedBy: string
  /** Its local date, for whoever picks from the past. */
  date: string
}

/** How far back visits, volunteering and activities go, and how many days ahead the calendar is filled. */
const weeksBack = 50
const daysAhead = 8
/** The visit days drawn among the rest. */
const daysFirst = 3

const theTimes = (date: string, from: number, to: number) => ({ date, startsAt: at(date, from), endsAt: at(date, to) })

const homeEvents = (township: number, manager: string, today: string): DemoEvent[] => {
  const host = homeId(township)
  const random = randomOf(`events ${host}`)
  const place = `${townshipName(township)}青年之家`
  const made = (date: string, event: Omit<DemoEvent, 'eventId' | 'host' | 'state' | 'publishedAt' | 'publishedBy' | 'minimumMinutes' | 'breaks' | 'place' | 'date'> & Partial<DemoEvent>): DemoEvent => ({
    eventId: `${host}~ev-${random.token(12)}`, host, place, minimumMinutes: 0, breaks: [], date,
    state: date < today ? 'closed' : 'open', publishedAt: at(addDays(date < today ? date : today, -7 - random.int(0, 6)), random.int(9 * 60, 17 * 60)), publishedBy: manager, ...event,
  })
  /** Everyone's daily visit: the whole day, so that nobody who drops in is turned away. */
  const visit = (date: string) => made(date, { eventId: visitDayId(host, date), title: `${place}开放日`, category: 'youth-home', ...theTimes(date, 0, 24 * 60), quantity: 1, description: '自习、阅读、活动室全天开放，到馆签到记一次参与。' })
  const volunteering = (date: string) => {
    const theme = random.pick(volunteerThemes)
    const wholeDay = random.chance(0.25)
    return made(date, {
      title: theme.title, place: theme.place, description: theme.description, category: 'volunteering', capacity: random.pick([20, 30, 40]),
      ...(wholeDay ? theTimes(date, 9 * 60, 16 * 60 + 30) : theTimes(date, 9 * 60, 12 * 60)),
      breaks: wholeDay ? [{ from: at(date, 12 * 60), to: at(date, 13 * 60) }] : [], minimumMinutes: random.pick([0, 0, 30]),
    })
  }
  const quality = (date: string) => {
    const theme = random.pick(qualityThemes)
    return made(date, { title: theme.title, description: theme.description, category: 'quality-activity', capacity: random.pick([30, 40, 60]), ...theTimes(date, 14 * 60, 16 * 60), quantity: 1 })
  }
  const [saturday, sunday] = [latest(addDays(today, -2), 6), latest(addDays(today, -2), 0)]
  const past = Array.from({ length: weeksBack }, (_, week) => {
    const days = -7 * week
    return [...(week % 3 === 1 ? [visit(addDays(saturday, days))] : []), ...(week % 3 === 0 ? [volunteering(addDays(saturday, days))] : []), ...(week % 8 === 1 ? [quality(addDays(sunday, days))] : [])]
  }).flat()
  const ahead = Array.from({ length: daysAhead }, (_, d) => addDays(today, d)).flatMap((date, d) => [
    ...(d < daysFirst ? [visit(date)] : []),
    // A reading room that is open day and night needs its volunteers at any hour.
    ...(township === 1 ? [made(date, { title: '24小时书吧志愿值守', category: 'volunteering', ...theTimes(date, 0, 24 * 60), capacity: 60, description: '书吧昼夜开放，分时段值守：引导读者、整理图书、维护安静。' })] : []),
    ...(latest(date, 6) === date && date > today ? [volunteering(date)] : []),
    ...(latest(date, 0) === date && date > today ? [quality(date)] : []),
  ])
  // After all that is drawn at random, which so stays what it was.
  const later = Array.from({ length: daysAhead - daysFirst }, (_, d) => visit(addDays(today, daysFirst + d)))
  const crowded = township === 1 ? [made(addDays(today, 5), { title: '心肺复苏和AED实操', category: 'quality-activity', ...theTimes(addDays(today, 5), 14 * 60, 16 * 60), quantity: 1, capacity: 12, waiting: 5, description: '县红十字会的老师手把手教，假人和训练机只有六套，两人一组。' })] : []
  return [...past, ...ahead, ...later, ...crowded]
}

/** The county's own event, ahead: everyone may sign up. */
const countyEvent = (today: string, by: string): DemoEvent => {
  const date = addDays(latest(addDays(today, 12), 6), 0)
  return {
    eventId: `${countyId}~ev-county-day-1`, host: countyId, title: '全县青年志愿服务日', category: 'volunteering', ...theTimes(date, 8 * 60 + 30, 17 * 60),
    place: '县文化广场', description: '全县各团支部集中开展志愿服务，统一签到签退。', capacity: 500, minimumMinutes: 0,
    breaks: [{ from: at(date, 12 * 60), to: at(date, 13 * 60 + 30) }], state: 'open', publishedAt: at(addDays(today, -3), 10 * 60), publishedBy: by,
  }
}

export const countyEvents = (today: string, managerOf: ReadonlyMap<string, string>, county: string): DemoEvent[] => [
  ...townshipNumbers.flatMap((n) => homeEvents(n, managerOf.get(homeId(n)) ?? '', today)),
  countyEvent(today, county),
]
