/** WeChat keeps the packages of a mini-program itself (app.config.ts says which it fetches ahead), and its storage until the mini-program is removed. */
export const keepScanner = async (): Promise<boolean> => true

export const startOffline = (): void => {}
