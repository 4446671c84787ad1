import { youthHomeEndpoints } from '@shared/contract/youth-homes'
import { assessHome } from '../../use-cases/assess-home'
import { assignPost } from '../../use-cases/assign-post'
import { endPostHolding } from '../../use-cases/end-post-holding'
import { findPostHolders } from '../../use-cases/find-post-holders'
import { listHomeStandards } from '../../use-cases/list-home-standards'
import { listYouthHomes } from '../../use-cases/list-youth-homes'
import { saveHomePost } from '../../use-cases/save-home-post'
import { saveHomeProfile } from '../../use-cases/save-home-profile'
import { saveHomeProject } from '../../use-cases/save-home-project'
import { saveHomeStandard } from '../../use-cases/save-home-standard'
import { showHomeFigures } from '../../use-cases/show-home-figures'
import { showYouthHome } from '../../use-cases/show-youth-home'
import type { Routes } from '../app'

/** Youth Homes: what everyone of the county sees, what their managers write, what the county assesses and counts. */
export const youthHomeRoutes: Routes = {
  listYouthHomes: { endpoint: youthHomeEndpoints.listYouthHomes, useCase: listYouthHomes },
  showYouthHome: { endpoint: youthHomeEndpoints.showYouthHome, useCase: showYouthHome },
  saveHomeProfile: { endpoint: youthHomeEndpoints.saveHomeProfile, useCase: saveHomeProfile },
  saveHomeStandard: { endpoint: youthHomeEndpoints.saveHomeStandard, useCase: saveHomeStandard },
  assessHome: { endpoint: youthHomeEndpoints.assessHome, useCase: assessHome },
  saveHomeProject: { endpoint: youthHomeEndpoints.saveHomeProject, useCase: saveHomeProject },
  saveHomePost: { endpoint: youthHomeEndpoints.saveHomePost, useCase: saveHomePost },
  findPostHolders: { endpoint: youthHomeEndpoints.findPostHolders, useCase: findPostHolders },
  assignPost: { endpoint: youthHomeEndpoints.assignPost, useCase: assignPost },
  endPostHolding: { endpoint: youthHomeEndpoints.endPostHolding, useCase: endPostHolding },
  listHomeStandards: { endpoint: youthHomeEndpoints.listHomeStandards, useCase: listHomeStandards },
  showHomeFigures: { endpoint: youthHomeEndpoints.showHomeFigures, useCase: showHomeFigures },
}
