/** WeChat's own scanner is always there. */
export const prepareReader = (): void => {}
