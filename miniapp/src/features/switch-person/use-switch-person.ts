import { startPage, switchSession } from '@/api/session'
import { useSend } from '@/api/use-send'
import { restartAt } from '@/platform/navigate'

/** Goes on as somebody else of the same WeChat identity, from their first page, or from `at`. Every page begins anew: none shows the one what is the other's. */
export const useSwitchPerson = (at?: { page: string; params: Record<string, string | undefined> }) => {
  const { send, trouble } = useSend('switchPerson')
  const to = async (personId: string) => {
    const reply = await send({ personId })
    if (!reply?.ok) return
    switchSession(reply.value)
    restartAt(at?.page ?? startPage(), at?.params)
  }
  return { to: (personId: string) => void to(personId), trouble }
}
