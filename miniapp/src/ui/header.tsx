/** WeChat draws the title and the way back itself. */
export const Header = (_: { title: string; canGoBack: boolean }) => null
