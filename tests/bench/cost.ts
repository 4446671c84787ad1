import type { HotPaths } from './hot-paths'

/** Row 11: what the database costs a month, by measured units and list prices (us-east-1, on demand, November 2024, US dollars a million). */
export const assumptions = {
  monthlyActives: 1_000,
  days: 30,
  /** Of the six actions a day one is a check-in, and five show the first screen. */
  checkInsADay: 1,
  homesADay: 5,
  perMillion: { writeUnits: 0.625, readUnits: 0.125, gatewayRequests: 1 },
  /** Storage stays under the 25 GB that are free, Lambda under its free million of requests and 400 000 GB-seconds; the stream's reads by Lambda are free. */
  free: ['storage', 'Lambda', 'stream reads'],
}

export interface Cost {
  database: number
  /** With the HTTP API's price of a request, which no design of ours changes. */
  withGateway: number
}

export const modelCost = ({ unitsPerCheckIn, readUnitsPerCheckIn, home }: Pick<HotPaths, 'unitsPerCheckIn' | 'readUnitsPerCheckIn' | 'home'>): Cost => {
  const { monthlyActives, days, checkInsADay, homesADay, perMillion } = assumptions
  const [checkIns, homes] = [monthlyActives * days * checkInsADay, monthlyActives * days * homesADay]
  const database = (checkIns * (unitsPerCheckIn * perMillion.writeUnits + readUnitsPerCheckIn * perMillion.readUnits) + homes * home.readUnits * perMillion.readUnits) / 1e6
  return { database, withGateway: database + ((checkIns + homes) * perMillion.gatewayRequests) / 1e6 }
}
