import { examEndpoints } from '@shared/contract/exams'
import { questionEndpoints } from '@shared/contract/questions'
import { answerExam } from '../../use-cases/answer-exam'
import { correctExam } from '../../use-cases/correct-exam'
import { enterScores } from '../../use-cases/enter-scores'
import { listExams } from '../../use-cases/list-exams'
import { showExam } from '../../use-cases/show-exam'
import { showExams } from '../../use-cases/show-exams'
import { showQuestionBank } from '../../use-cases/show-question-bank'
import { startExam } from '../../use-cases/start-exam'
import { submitExam } from '../../use-cases/submit-exam'
import type { Routes } from '../app'

/** Exams, online and on paper. Importing a bank is with the spreadsheet reader (questions.ts). */
export const examRoutes: Routes = {
  showExams: { endpoint: examEndpoints.showExams, useCase: showExams },
  startExam: { endpoint: examEndpoints.startExam, useCase: startExam },
  showExam: { endpoint: examEndpoints.showExam, useCase: showExam },
  answerExam: { endpoint: examEndpoints.answerExam, useCase: answerExam },
  submitExam: { endpoint: examEndpoints.submitExam, useCase: submitExam },
  enterScores: { endpoint: examEndpoints.enterScores, useCase: enterScores },
  listExams: { endpoint: examEndpoints.listExams, useCase: listExams },
  correctExam: { endpoint: examEndpoints.correctExam, useCase: correctExam },
  showQuestionBank: { endpoint: questionEndpoints.showQuestionBank, useCase: showQuestionBank },
}
