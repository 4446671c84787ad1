/** WeChat has no keyboard to mind. */
export const useDialogKeys = (_onClose: () => void): void => {}
