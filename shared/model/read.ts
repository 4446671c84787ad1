/** What of a person's file somebody else may look at: the parts that the person later sees named in the log. */
export const fileParts = ['progress', 'records', 'application', 'export', 'document', 'membership'] as const
export type FilePart = (typeof fileParts)[number]
