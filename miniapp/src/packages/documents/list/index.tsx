import { keptAnswer, useQuery } from '@/api/use-query'
import { usePerson } from '@/api/use-person'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Card, Heading } from '@/ui/parts'
import { Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { IssueDocument } from '../issue-document'
import { IssuedDocument } from '../issued-document'
import { d } from '../text'

/** One's own documents, or a member's as their secretary opens them (`id`): to issue, open and withdraw. */
export default function DocumentsPage() {
  const person = usePerson()
  const { id } = useParams()
  const personId = person && (id ?? person.personId)
  const documents = useQuery('listDocuments', personId === undefined ? undefined : { personId })
  // The papers of one's application, once there is what they print; staff make those on the application's page.
  const application = useQuery('showApplication', personId !== undefined && personId === person?.personId ? { personId } : undefined).value?.application
  const papers = [...(application ? (['application-letter'] as const) : []), ...(application?.form ? (['admission-form'] as const) : [])]
  const pulled = usePulled(documents.refresh)
  const other = personId !== undefined && personId !== person?.personId ? keptAnswer('showProgress', { personId })?.person.name : undefined
  return (
    <Page title={other ? d('titleOf', { name: other }) : d('title')} pulled={pulled}>
      {personId !== undefined && (
        <WithQuery query={documents}>
          {({ documents: issued }) => (
            <>
              {(['transcript', 'progress-report', ...papers] as const).map((kind) => <IssueDocument key={kind} personId={personId} kind={kind} onIssued={(document) => documents.put({ documents: [document, ...issued.filter(({ documentId }) => documentId !== document.documentId)] })} />)}
              <Text className='q-soft q-small q-block'>{d('how')}</Text>
              <Heading>{d('issued')}</Heading>
              {issued.length === 0 ? <Card><Empty title={d('none')} words={d('noneWords')} /></Card> : issued.map((document) => (
                <IssuedDocument key={document.documentId} personId={personId} document={document} onChanged={(now) => documents.put({ documents: issued.map((one) => (one.documentId === now.documentId ? now : one)) })} />
              ))}
            </>
          )}
        </WithQuery>
      )}
    </Page>
  )
}
