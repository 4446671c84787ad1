import { useState } from 'react'
import { Chips, Field } from '@/ui/parts'
import { Box, TextInput } from '@/ui/primitives'
import { x } from '../text/exams'
import type { Member } from './use-members'

/** Members by name and, where a branch has several, by class. */
export const useNarrowed = (members: readonly Member[]) => {
  const [name, setName] = useState('')
  const [className, setClassName] = useState('')
  const classes = [...new Set(members.flatMap((one) => one.className ?? []))].sort()
  const shown = members.filter((one) => one.name.includes(name.trim()) && (className === '' || one.className === className))
  return { shown, classes, name, setName, className, setClassName }
}

export const NarrowMembers = ({ by }: { by: ReturnType<typeof useNarrowed> }) => (
  <Box>
    {by.classes.length > 1 && <Box className='q-field'><Chips label={x('classAll')} value={by.className} onValue={by.setClassName} options={[['', x('classAll')] as const, ...by.classes.map((one) => [one, one] as const)]} /></Box>}
    <Field label={x('findName')}><TextInput label={x('findName')} value={by.name} onValue={by.setName} maxLength={40} /></Field>
  </Box>
)
