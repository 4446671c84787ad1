import { categoryName, requirementName } from '@/text/figure-words'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, Select, TextInput } from '@/ui/primitives'
import type { PointsRule, Requirement, Window } from '../rules/describe'
import { p, type PolicyKey } from '../text/policy'
import { type DraftForm, type NumberKind, shownAt } from './draft-form'

export interface FormProps {
  form: DraftForm
  faults: Record<string, PolicyKey>
  onType: (path: string, text: string, kind: NumberKind, optional?: boolean) => void
  onPut: (path: string, value: unknown) => void
}

const enforcements = ['required', 'advisory', 'off'] as const
const windows = ['ever', 'trailing', 'calendar-year', 'school-year'] as const
const idOf = (path: string) => path.replaceAll(/[^a-zA-Z0-9]+/g, '-')

const windowOf = (kind: string): Window => {
  if (kind === 'trailing') return { kind, months: 12 }
  if (kind === 'school-year') return { kind, startMonth: 9 }
  return { kind: kind === 'calendar-year' ? kind : 'ever' }
}

interface NumberProps extends FormProps { path: string; label: string; unit?: string; of: string; kind?: NumberKind; optional?: boolean; hint?: string }

/** A number of the rules; `of` tells a screen reader whose it is. */
export const NumberField = ({ form, faults, onType, path, label, unit, of, kind = 'whole', optional = false, hint }: NumberProps) => {
  const fault = faults[path]
  return (
    <Field label={unit ? `${label}（${unit}）` : label} hint={hint} fault={fault && p(fault)} id={idOf(path)}>
      <TextInput id={idOf(path)} type={kind === 'whole' ? 'number' : 'text'} label={`${of} ${label}`} value={shownAt(form, path, kind)} onValue={(text) => onType(path, text, kind, optional)} maxLength={8} invalid={fault !== undefined} describedBy={fault ? `${idOf(path)}-note` : undefined} />
    </Field>
  )
}

/** Minutes are asked for in hours, everything else in its own unit. */
const unitOf = (form: DraftForm, category: string): { unit: string; kind: NumberKind } => {
  const unit = form.content.counting[category]?.unit ?? ''
  return unit === 'minute' ? { unit: p('hours'), kind: 'hours' } : { unit: p(`unit-${unit}` as PolicyKey), kind: 'whole' }
}

const WindowFields = ({ path, window, of, ...props }: FormProps & { path: string; window: Window; of: string }) => (
  <>
    <Field label={p('window')}><Select label={`${of} ${p('window')}`} value={window.kind} onValue={(kind) => props.onPut(path, windowOf(kind))} options={windows.map((kind) => [kind, p(kind)] as const)} /></Field>
    {window.kind === 'trailing' && <NumberField {...props} path={`${path}.months`} label={p('months')} of={of} />}
    {window.kind === 'school-year' && <NumberField {...props} path={`${path}.startMonth`} label={p('startMonth')} of={of} />}
  </>
)

const Pair = ({ path, rule, onRemove, ...props }: FormProps & { path: string; rule: PointsRule; onRemove: () => void }) => {
  const name = categoryName(rule.category)
  const unit = props.form.content.counting[rule.category]?.unit
  return (
    <Box className='s-line'>
      <Box className='q-row'><Box className='q-grow q-strong'>{name}</Box><Button small kind='plain' label={`${p('removeRule')} ${name}`} onTap={onRemove}>{p('removeRule')}</Button></Box>
      <Box className='s-filters s-filters-two'>
        <NumberField {...props} path={`${path}.per`} label={p('per')} unit={unit === 'minute' ? p('minutes') : unitOf(props.form, rule.category).unit} of={name} />
        <NumberField {...props} path={`${path}.points`} label={p('gives')} of={name} />
        <NumberField {...props} path={`${path}.atMost`} label={p('most')} hint={p('mostHint')} optional of={name} />
        <WindowFields {...props} path={`${path}.window`} window={rule.window} of={name} />
      </Box>
    </Box>
  )
}

const PointFields = ({ path, rule, ...props }: FormProps & { path: string; rule: Extract<Requirement, { kind: 'points' }> }) => {
  const { rules } = rule
  const missing = Object.keys(props.form.content.counting).filter((category) => !rules.some((one) => one.category === category))
  const fault = props.faults[`${path}.rules`]
  const change = (next: PointsRule[]) => props.onPut(`${path}.rules`, next)
  return (
    <>
      <Box className='s-filters s-filters-two'><NumberField {...props} path={`${path}.atLeast`} label={p('pointsFrom')} unit={p('pointUnit')} of={requirementName(rule.key)} /></Box>
      <Field label={p('pointRules')} fault={fault && p(fault)}>
        {rules.map((one, i) => <Pair key={`${one.category} ${i}`} {...props} path={`${path}.rules[${i}]`} rule={one} onRemove={() => change(rules.filter((_, at) => at !== i))} />)}
        <Box className='q-wrap'>
          {missing.map((category) => <Button key={category} small kind='plain' onTap={() => change([...rules, { category, window: { kind: 'trailing', months: 12 }, per: 1, points: 1 }])}>{p('addRule', { what: categoryName(category) })}</Button>)}
        </Box>
      </Field>
    </>
  )
}

const OwnFields = ({ path, rule, ...props }: FormProps & { path: string; rule: Requirement }) => {
  const of = requirementName(rule.key)
  switch (rule.kind) {
    case 'age':
      return (
        <Box className='s-filters s-filters-two'>
          <NumberField {...props} path={`${path}.atLeast`} label={p('ageFrom')} unit={p('yearUnit')} of={of} />
          <NumberField {...props} path={`${path}.below`} label={p('ageBelow')} unit={p('yearUnit')} of={of} />
        </Box>
      )
    case 'points':
      return <PointFields {...props} path={path} rule={rule} />
    case 'coverage':
      return (
        <Box className='s-filters s-filters-two'>
          <NumberField {...props} path={`${path}.atLeastPercent`} label={p('percent')} unit={p('percentUnit')} of={of} />
          <WindowFields {...props} path={`${path}.window`} window={rule.window} of={of} />
        </Box>
      )
    case 'quantity': {
      const { unit, kind } = unitOf(props.form, rule.category)
      return (
        <Box className='s-filters s-filters-two'>
          <NumberField {...props} path={`${path}.atLeast`} label={p('atLeast')} unit={unit} kind={kind} of={of} />
          <WindowFields {...props} path={`${path}.window`} window={rule.window} of={of} />
          {rule.exam && <NumberField {...props} path={`${path}.exam.passMark`} label={p('passMark')} of={of} />}
        </Box>
      )
    }
  }
}

/** One requirement: how it is used, and what it asks for. */
export const RequirementFields = ({ path, rule, ...props }: FormProps & { path: string; rule: Requirement }) => {
  const use = rule.enforcement ?? 'required'
  return (
    <>
      <Field label={p('enforcement')} hint={p(`${use}Words`)}><Chips label={`${requirementName(rule.key)} ${p('enforcement')}`} value={use} onValue={(value) => props.onPut(`${path}.enforcement`, value)} options={enforcements.map((one) => [one, p(one)] as const)} /></Field>
      {use !== 'off' && <OwnFields {...props} path={path} rule={rule} />}
    </>
  )
}

/** The most that counts a day, where it is of use: hours and visits come several a day. */
export const CapFields = (props: FormProps) => (
  <Box className='s-filters s-filters-two'>
    {Object.keys(props.form.content.counting).map((category) => {
      const { unit, kind } = unitOf(props.form, category)
      return <NumberField key={category} {...props} path={`counting.${category}.perDayAtMost`} label={categoryName(category)} unit={unit} kind={kind} optional hint={p('capHint')} of={p('caps')} />
    })}
  </Box>
)
