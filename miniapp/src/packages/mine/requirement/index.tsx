import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { RequirementView } from '@/features/show-progress/requirement-view'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { t, troubleWords } from '@/text'
import { requirementName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { NextClass } from './next-class'

/** One requirement: what counts, what does not and why, by which rule. */
export default function RequirementPage() {
  const person = usePerson()
  const { key = '' } = useParams()
  const progress = useQuery('showProgress', person && { personId: person.personId })
  const pulled = usePulled(progress.refresh)
  return (
    <Page title={key ? requirementName(key) : t('rule')} pulled={pulled}>
      <WithQuery query={progress}>
        {({ requirements, ruleSet }) => {
          const found = requirements.find((r) => r.key === key)
          return found ? <>{found.category === 'league-class' && <NextClass />}<RequirementView r={found} ruleSet={ruleSet} /></> : <Empty title={troubleWords('not-found')} />
        }}
      </WithQuery>
    </Page>
  )
}
