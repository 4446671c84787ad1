import type { ExamEntry } from '@shared/model/ledger'

/** An exam with what became of it: the entry, then its corrections by their number. */
export interface ExamHistory {
  first: ExamEntry
  corrections: ExamEntry[]
  /** The last of them: what counts, unless it was taken back. */
  last: ExamEntry
}

/** A person's exams, newest first. */
export const foldExams = (entries: readonly ExamEntry[]): ExamHistory[] =>
  entries.filter(({ correction }) => !correction)
    .map((first) => {
      const corrections = entries.filter(({ correction }) => correction?.of === first.examId).sort((a, b) => (a.correction?.n ?? 0) - (b.correction?.n ?? 0))
      return { first, corrections, last: corrections.at(-1) ?? first }
    })
    .sort((a, b) => Date.parse(b.first.takenAt) - Date.parse(a.first.takenAt) || (a.first.examId < b.first.examId ? -1 : 1))
