/** Nothing to prepare in WeChat. */
export const startPlatform = (): void => {}
