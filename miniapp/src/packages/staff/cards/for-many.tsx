import type { Staff } from '../parts/use-staff'

/** A phone prints nothing; see for-many.h5.tsx. */
export const ForMany = (_: { staff: Staff }) => null
