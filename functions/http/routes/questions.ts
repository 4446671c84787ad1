import { questionEndpoints } from '@shared/contract/questions'
import { readSheets } from '../../sheets/read-sheet'
import { importQuestionsWith } from '../../use-cases/import-questions'
import type { Routes } from '../app'

/** The import of a question bank, with the spreadsheet reader. */
export const questionRoutes: Routes = { importQuestions: { endpoint: questionEndpoints.importQuestions, useCase: importQuestionsWith(readSheets) } }
