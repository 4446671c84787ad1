import { createHash } from 'node:crypto'
import type { RuleContent } from '@shared/model/policy'
import type { RuleSet } from '@shared/model/rules'
import { contentOf } from '../core/check-rule-content'

/** SHA-256 of a rule set's content in its one form: what was previewed is what is published. */
export const hashOfContent = (content: RuleContent, base: RuleSet): string => createHash('sha256').update(JSON.stringify(contentOf(content, base))).digest('hex')
