import '@/features/submit-record/photo-field.css'
import { useCallback, useRef, useState } from 'react'
import type { Answer, Input } from '@shared/contract/index'
import { destinationKinds, type DestinationKind } from '@shared/model/turn'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import type { DraftPhoto } from '@/features/submit-record/draft'
import { PhotoField } from '@/features/submit-record/photo-field'
import type { StartUpload } from '@/features/submit-record/use-photos'
import { localDate } from '@/text/format'
import { Button, Chips, Field } from '@/ui/parts'
import { DateInput, Select, TextArea, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { sendWhenSeen } from '../parts/send-when-seen'
import { tu, type TurnKey } from '../text/turns'
import { schoolOf } from '../move-member/place-fields'

export type Transfer = Answer<'listTransfers'>['items'][number]
export type Act = 'sent' | 'confirmed' | 'exception' | 'to-do'
type What = Input<'settleTransfer'>['what']
type Fault = { field: 'destination' | 'sentOn' | 'number' | 'photos' | 'reason'; key: TurnKey }

const titles: Record<Act, TurnKey> = { sent: 'send', confirmed: 'confirm', exception: 'except', 'to-do': 'reopen' }
const fieldOf = (path: string): Fault['field'] => (path.includes('destination') ? 'destination' : path.includes('sentOn') ? 'sentOn' : path.includes('number') ? 'number' : path.includes('photoIds') ? 'photos' : 'reason')
const mostPhotos = 3

/** What is said of one graduate's transfer: where to and when, what confirms it, or why it cannot be. */
export const SettleSheet = ({ transfer, act, onClose, onDone }: { transfer: Transfer; act: Act; onClose: () => void; onDone: () => void }) => {
  const today = localDate(Date.now())
  const [kind, setKind] = useState<DestinationKind>(transfer.destination?.kind ?? 'committee')
  const [org, setOrg] = useState(transfer.destination?.org ?? '')
  const [name, setName] = useState(transfer.destination?.org === undefined ? (transfer.destination?.name ?? '') : '')
  const [sentOn, setSentOn] = useState(transfer.sentOn ?? today)
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<DraftPhoto[]>([])
  const [waiting, setWaiting] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const id = useRef(clientId())
  const places = useQuery('listPlaces', act === 'sent' ? { org: transfer.branch } : undefined)
  const { send, sending, trouble, clear } = useSend('settleTransfer')
  const typed = <T,>(put: (value: T) => void) => (value: T) => {
    id.current = clientId()
    setFault(undefined)
    clear()
    put(value)
  }
  const start = useCallback<StartUpload>((photo) => call('startUploadFor', { personId: transfer.personId, ...photo }), [transfer.personId])
  const changePhotos = useCallback((to: (photos: DraftPhoto[]) => DraftPhoto[]) => {
    id.current = clientId()
    setFault(undefined)
    setPhotos(to)
  }, [])
  const whatNow = (): What | Fault => {
    if (act === 'sent') {
      if (kind === 'committee' ? org === '' : name.trim() === '') return { field: 'destination', key: 'needDestination' }
      if (sentOn === '') return { field: 'sentOn', key: 'needDate' }
      return { to: 'sent', destination: kind === 'committee' ? { kind, org } : { kind, name: name.trim() }, sentOn }
    }
    if (act !== 'confirmed') return text.trim() === '' ? { field: 'reason', key: 'needWhy' } : { to: act, reason: text.trim() }
    if (photos.some(({ uploaded }) => !uploaded)) return { field: 'photos', key: 'photosUnderWay' }
    if (text.trim() === '' && photos.length === 0) return { field: 'number', key: 'needNumber' }
    return { to: act, ...(text.trim() !== '' && { number: text.trim() }), ...(photos.length > 0 && { photoIds: photos.map(({ photoId }) => photoId) }) }
  }
  const save = async () => {
    const what = whatNow()
    if ('field' in what) return setFault(what)
    const input = { personId: transfer.personId, id: id.current, year: transfer.year, version: transfer.version, what }
    const reply = await sendWhenSeen(() => send(input), setWaiting)
    if (!reply) return
    if (reply.ok) {
      toast(tu('savedToast'))
      return onDone()
    }
    const [error] = reply.trouble.errors
    if (error) setFault({ field: fieldOf(error.path), key: error.code === 'in-the-future' ? 'notFuture' : error.code === 'same-place' ? 'samePlace' : error.code === 'photo-refused' || error.code === 'photo-missing' ? 'photoUnreadable' : 'fieldWrong' })
  }
  const said = (field: Fault['field']) => (fault?.field === field ? tu(fault.key) : undefined)
  const committees = (places.value ?? []).filter((one) => one.kind !== 'branch' && one.id !== schoolOf(transfer.branch))
  return (
    <Sheet title={`${transfer.name} · ${tu(titles[act])}`} onClose={onClose} closeWords={tu('cancel')}>
      {act === 'sent' && (
        <>
          <Field label={tu('destination')}><Chips<DestinationKind> label={tu('destination')} value={kind} onValue={typed(setKind)} options={destinationKinds.map((one) => [one, tu(`kind-${one}`)] as const)} /></Field>
          {kind === 'committee'
            ? <Field label={tu('destinationName')} id='where' fault={said('destination')}><Select id='where' label={tu('destinationName')} value={org} placeholder={tu('chooseCommittee')} onValue={typed(setOrg)} options={committees.map((one) => [one.id, one.name] as const)} /></Field>
            : <Field label={tu('destinationName')} id='where' hint={tu('destinationHint')} fault={said('destination')}><TextInput id='where' label={tu('destinationName')} value={name} onValue={typed(setName)} maxLength={60} /></Field>}
          <Field label={tu('sentOn')} id='sent' fault={said('sentOn')}><DateInput id='sent' label={tu('sentOn')} value={sentOn} max={today} onValue={typed(setSentOn)} /></Field>
        </>
      )}
      {act === 'confirmed' && (
        <>
          <Field label={tu('number')} id='number' hint={tu('numberHint')} fault={said('number')}><TextInput id='number' label={tu('number')} value={text} onValue={typed(setText)} maxLength={40} /></Field>
          <PhotoField photos={photos} change={changePhotos} start={start} label={tu('receipt')} hint={tu('receiptHint')} fault={said('photos')} most={mostPhotos} />
        </>
      )}
      {(act === 'exception' || act === 'to-do') && <Field label={tu('why')} id='why' hint={tu(act === 'exception' ? 'exceptHint' : 'whyHint')} fault={said('reason')}><TextArea id='why' label={tu('why')} value={text} onValue={typed(setText)} maxLength={200} rows={2} /></Field>}
      <Refused trouble={waiting || trouble?.code === 'invalid-input' ? undefined : trouble} />
      <Button busy={sending || waiting} onTap={() => void save()}>{tu('save')}</Button>
    </Sheet>
  )
}
