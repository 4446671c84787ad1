import { type ImportKind, importKinds, platforms } from '@shared/model/import'
import { Chips, Field } from '@/ui/parts'
import { Select, TextInput } from '@/ui/primitives'
import { i } from './text'

export interface Chosen { kind: ImportKind; platform: string; name: string }

/** The platform that most schools use comes first. */
export const firstOf = (kind: ImportKind): string => Object.keys(platforms[kind])[0] ?? 'other'

/** What is imported and from where: a platform of the list, or another one by its name. */
export const SourceFields = ({ chosen, onChosen }: { chosen: Chosen; onChosen: (chosen: Chosen) => void }) => (
  <>
    <Field label={i('kind')}><Chips label={i('kind')} value={chosen.kind} onValue={(kind) => onChosen({ kind, platform: firstOf(kind), name: '' })} options={importKinds.map((kind) => [kind, i(`kind-${kind}`)] as const)} /></Field>
    <Field label={i('platform')}><Select label={i('platform')} value={chosen.platform} onValue={(platform) => onChosen({ ...chosen, platform })} options={[...Object.entries(platforms[chosen.kind]), ['other', i('platform-other')] as const]} /></Field>
    {chosen.platform === 'other' && <Field id='platform-name' label={i('platformName')} fault={chosen.name.trim() ? undefined : i('needPlatform')}><TextInput id='platform-name' label={i('platformName')} value={chosen.name} maxLength={20} placeholder={i('platformNameHint')} onValue={(name) => onChosen({ ...chosen, name })} /></Field>}
  </>
)
