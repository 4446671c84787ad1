/** The columns of a roster sheet that are read; all others, identity numbers among them, never leave the reader. */
export const rosterColumns = ['name', 'birthDate', 'className', 'studentNumber', 'leagueSince', 'leagueNumber'] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** What can be wrong with a row of a roster sheet. */
export const rowProblemCodes = [
  'required',
  'not-a-name', // digits or signs that no name has
  'not-a-date',
  'date-without-day', // 2011年5月
  'unlikely-age', // under 10 or over 35
  'unknown-class', // not a class of the branch
  'number-lost-digits', // typed as a number of more than 15 digits: the spreadsheet program rounded it
  'identity-number', // an identity-card number where something else belongs
  'number-of-another', // a member of another name and birth date has it
  'unlikely-date', // joined the League before thirteen, or still to come
  'not-a-development-number', // 12 digits
  'membership-differs', // the roster has another day or number of joining; `value` is the roster's
  'applies-now', // has an open application: the procedure makes the member
  'too-long',
  'duplicate-in-sheet', // `value` is the earlier row
  'hidden-row', // hidden or filtered out: nobody saw it
  'changed-meanwhile', // somebody else was first: nothing of the row was written
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

export interface RowProblem<Column extends string = RosterColumn, Code extends string = RowProblemCode> {
  column: Column | 'row'
  code: Code
  /** What stands there; never an identity number. */
  value?: string | undefined
}

/** Why a file is no roster: `detail.why` of `sheet-unreadable`. */
export const sheetFaults = [
  'empty',
  'not-a-sheet',
  'old-format', // .xls, or a web page that calls itself so
  'password',
  'corrupt',
  'too-many-rows', // more than 5 000
  'too-large', // unpacked
] as const
export type SheetFault = (typeof sheetFaults)[number]
