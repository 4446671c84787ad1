import { findings, type HomeAssessment, type HomePost, type HomeProfile, type HomeProject, type HomeStandard, standardNames, type YouthHome } from '@shared/model/youth-home'
import { addDays, at } from './calendar'
import { assessmentWords, homePosts, homeProjects, introductions, openingHours, standardWords, streets } from './home-words'
import { homeId, townshipId, townshipName, townshipNumbers } from './orgs'
import type { DemoPeople, DemoStudent } from './people'
import type { Photos } from './photos'
import { randomOf } from './random'

export interface DemoHome {
  homeId: string
  home: YouthHome
}

/** Homes up to the first number have everything, up to the second the profile and some of the standards; the last few have written nothing yet. */
const [whole, begun] = [14, 20]
/** Scenes with a house in them. */
const houses = [0, 2, 3, 5, 6, 8, 9, 11]

const homeOf = (n: number, manager: string, county: string, holders: readonly DemoStudent[], photos: Photos, today: string): YouthHome => {
  const random = randomOf(`home ${n}`)
  const home: YouthHome = { standards: [], assessments: [], projects: [], posts: [] }
  if (n > begun) return home
  const written = (daysAgo: number) => ({ revision: 1, saveId: `seed-${random.token(12)}`, at: at(addDays(today, -daysAgo), 600 + random.int(0, 300)), by: manager })
  const photo = (scene: number, daysAgo: number) => ({ personId: manager, photoId: photos.take(manager, scene, at(addDays(today, -daysAgo), 560)) })
  const name = townshipName(n)
  const profile: HomeProfile = {
    ...written(120), introduction: random.pick(introductions).replace('{name}', name), address: `${name}${random.pick(streets)}`, hours: n === 1 ? (openingHours[0] ?? []) : random.pick(openingHours),
    ...(random.chance(0.7) && { contact: `0839-4${random.int(100000, 999999)}` }), ...(n === 1 && { notice: '本周六下午排练厅有合唱排练，自习请到一楼。' }), cover: photo(houses[n % houses.length] as number, 120),
  }
  home.profile = profile
  for (const [i, standard] of standardNames.entries()) {
    if (n > whole && random.chance(0.4)) continue
    const daysAgo = random.int(60, 100)
    const shows = n <= 8 && (standard === 'place' || standard === 'projects' || standard === 'signage')
    const first: HomeStandard = { standard, ...written(daysAgo), words: random.pick(standardWords[standard]), evidence: shows ? [photo((n + i * 3) % 12, daysAgo)] : [] }
    home.standards.push(first)
    if (n > whole || random.chance(0.12)) continue
    const state = n === 1 ? (standard === 'mechanism' ? 'partly' : 'met') : random.weighted({ met: 6, partly: 3, 'not-met': 1 })
    const found: HomeAssessment = { n: home.assessments.length + 1, assessId: `seed-${random.token(12)}`, standard, state: findings.find((one) => one === state) ?? 'met', words: random.pick(assessmentWords[state]), ofRevision: 1, at: at(addDays(today, -random.int(20, 50)), 620), by: county }
    home.assessments.push(found)
    // Managers answered what was found lacking: it waits for another look.
    if (state !== 'met' && (n === 1 || random.chance(0.4))) home.standards.push({ ...first, ...written(random.int(3, 15)), revision: 2, words: `${first.words}已按上次的意见补充，请再看。` })
  }
  for (const [i, project] of random.sample(homeProjects, n <= whole ? random.int(2, 4) : 1).entries()) {
    const running: HomeProject = { projectId: `seed-${random.token(12)}`, ...project, since: addDays(today, -random.int(90, 500)), ...written(80) }
    home.projects.push(i === 0 && random.chance(0.3) ? { ...running, endedOn: addDays(today, -random.int(5, 30)) } : running)
  }
  if (n > whole) return home
  for (const post of n === 1 ? homePosts : random.sample(homePosts, 2)) {
    const holdings = random.sample(holders, random.int(n === 1 ? 1 : 0, post.places)).map((holder) => ({ holdingId: `seed-${random.token(12)}`, personId: holder.personId, from: addDays(today, -random.int(10, 60)), at: at(addDays(today, -61), 600), by: manager }))
    const made: HomePost = { postId: `seed-${random.token(12)}`, ...post, holdings, ...written(61) }
    home.posts.push(made)
  }
  return home
}

/** The Youth Homes of the demo county; whoever holds a post is of the township, or came to the home in the last weeks. */
export const countyHomes = (people: DemoPeople, county: string, cameLately: ReadonlyMap<string, ReadonlySet<string>>, photos: Photos, today: string): DemoHome[] =>
  townshipNumbers.map((n) => {
    const id = homeId(n)
    const holders = people.students.filter(({ personId, branch }) => branch.startsWith(`${townshipId(n)}.`) || cameLately.get(id)?.has(personId))
    return { homeId: id, home: homeOf(n, people.managerOf.get(id) ?? '', county, holders, photos, today) }
  })
