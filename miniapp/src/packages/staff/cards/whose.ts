/** Whose card it is, and of which branch. */
export interface Whose { personId: string; name: string; branch: string }
