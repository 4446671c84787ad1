import { keys } from '../store/keys'
import type { Item } from '../store/table'
import type { DemoHomeMonth } from './home-months'
import type { DemoHome } from './homes'

/** A home's own items: its profile, what it says of the standards, assessments, projects and posts. */
export const homeItems = ({ homeId, home: { profile, standards, assessments, projects, posts } }: DemoHome): Item[] => [
  ...(profile ? [{ ...keys.homeProfile(homeId), ...profile }] : []),
  ...standards.map((one) => ({ ...keys.homeStandard(homeId, one.standard, one.revision), ...one })),
  ...assessments.map((one) => ({ ...keys.homeAssessment(homeId, one.n), ...one })),
  ...projects.map((one) => ({ ...keys.homeProject(homeId, one.projectId), ...one })),
  ...posts.map((one) => ({ ...keys.homePost(homeId, one.postId), ...one })),
]

/** A home's month: its figures, and who came. */
export const homeMonthItems = ({ homeId, month, visitors, figures }: DemoHomeMonth): Item[] => [{ ...keys.homeMonth(homeId, month), ...figures }, ...visitors.map((personId) => ({ ...keys.homeVisitor(homeId, month, personId) }))]
