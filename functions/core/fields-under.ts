import type { Refusal } from '@shared/model/refusal'

/** A refusal whose fields are named as the request has them: those of a part of its body, under that part's name. */
export const fieldsUnder = (part: string, refusal: Refusal): Refusal => (refusal.errors ? { ...refusal, errors: refusal.errors.map((error) => ({ ...error, path: `${part}.${error.path}` })) } : refusal)
