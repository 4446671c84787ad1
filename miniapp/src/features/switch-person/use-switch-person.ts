import { startPage, switchSession } from '@/api/session'
import { useSend } from '@/api/use-send'
import { restartAt } from '@/platform/navigate'

/** Goes on as somebody else of the same WeChat identity, from their first page. */
export const useSwitchPerson = () => {
  const { send, trouble } = useSend('switchPerson')
  const to = async (personId: string) => {
    const reply = await send({ personId })
    if (!reply?.ok) return
    switchSession(reply.value)
    restartAt(startPage())
  }
  return { to: (personId: string) => void to(personId), trouble }
}
