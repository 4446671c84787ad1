/** The binding code in a slip's link, which WeChat gives a mini-program that was opened by scanning it as the page's parameter `q`. */
export const linkedCode = (q: string | undefined): string | undefined => /[?&]bind=([^&#]+)/.exec(q ?? '')?.[1]

/** Nothing is kept here; see linked-code.h5.ts. */
export const forgetLinkedCode = (): void => {}
