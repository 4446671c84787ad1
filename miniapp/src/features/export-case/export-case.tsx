import { useSend } from '@/api/use-send'
import { saveText } from '@/platform/save-text'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Card } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'

/** Everything about the person as one case that `evaluate` reads (spec/privacy.md, "Rights"). */
export const ExportCase = ({ personId }: { personId: string }) => {
  const { send, sending, trouble } = useSend('exportCase')
  const save = async () => {
    const reply = await send({ personId })
    if (!reply?.ok) return
    const saved = await saveText(`qingcheng-${personId}-${localDate(Date.now())}.json`, JSON.stringify(reply.value))
    toast(t(saved ? 'exported' : 'exportFailed'))
  }
  return (
    <Card>
      <Text className='q-soft q-block'>{t('exportWords')}</Text>
      <Refused trouble={trouble} />
      <Box style={{ marginTop: '12px' }}><Button kind='plain' busy={sending} onTap={() => void save()}>{t('exportData')}</Button></Box>
    </Card>
  )
}
