import type { Values, View } from './act-forms'
import { ac } from './text'

/** What an act goes by, before it is recorded: the points, the number and places, until when the notice runs. */
export const actFacts = (act: string, values: Values, { ahead = {}, application }: Pick<View, 'ahead' | 'application'>): string[] => {
  const { points, needed, number, quota = [], notices = [], workingDays = 0 } = ahead
  switch (act) {
    case 'record-route':
      return [ac(needed === 'all' ? 'needAll' : 'needAny'), ...(values.route === 'points' && points ? [ac('pointsNow', { have: points.points, need: points.needed })] : [])]
    case 'pre-review':
      return [number ? ac('willReserve', { number }) : ac('noNumber'), ...(quota.length ? quota.map(({ grade, left }) => ac('placesLeft', { grade: grade === '*' ? ac('allGrades') : grade, n: left })) : [ac('noPlaces')])]
    case 'open-notice': {
      const until = notices.find(({ from }) => from === values.from)?.until
      return [until ? ac('runsUntil', { n: workingDays, date: until }) : ac('calendarUnknown')]
    }
    case 'swear-in':
      return application?.number ? [ac('hasNumber', { number: application.number })] : []
    default:
      return []
  }
}
