export const askNotices = async (_templateIds: string[]): Promise<string[]> => []
export const canAskNotices = false
