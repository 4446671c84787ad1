import { leagueSchoolEndpoints } from '@shared/contract/league-schools'
import { findAttenders } from '../../use-cases/find-attenders'
import { listLeagueClasses } from '../../use-cases/list-league-classes'
import { listLeagueSchools } from '../../use-cases/list-league-schools'
import { saveLeagueCourse } from '../../use-cases/save-league-course'
import { saveLeagueRoll } from '../../use-cases/save-league-roll'
import { saveLeagueSession } from '../../use-cases/save-league-session'
import { showLeagueSchool, showLeagueSession } from '../../use-cases/show-league-school'
import type { Routes } from '../app'

/** League schools: courses, sessions, rolls. */
export const leagueSchoolRoutes: Routes = {
  listLeagueSchools: { endpoint: leagueSchoolEndpoints.listLeagueSchools, useCase: listLeagueSchools },
  showLeagueSchool: { endpoint: leagueSchoolEndpoints.showLeagueSchool, useCase: showLeagueSchool },
  saveLeagueCourse: { endpoint: leagueSchoolEndpoints.saveLeagueCourse, useCase: saveLeagueCourse },
  saveLeagueSession: { endpoint: leagueSchoolEndpoints.saveLeagueSession, useCase: saveLeagueSession },
  showLeagueSession: { endpoint: leagueSchoolEndpoints.showLeagueSession, useCase: showLeagueSession },
  findAttenders: { endpoint: leagueSchoolEndpoints.findAttenders, useCase: findAttenders },
  saveLeagueRoll: { endpoint: leagueSchoolEndpoints.saveLeagueRoll, useCase: saveLeagueRoll },
  listLeagueClasses: { endpoint: leagueSchoolEndpoints.listLeagueClasses, useCase: listLeagueClasses },
}
