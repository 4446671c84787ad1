export const buzz = (yes: boolean): void => void navigator.vibrate?.(yes ? 40 : [80, 60, 80])
