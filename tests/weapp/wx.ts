type Options = Record<string, unknown> & { success?: (result: object) => void; fail?: (error: object) => void; complete?: (result: object) => void }

export interface Request {
  method: string
  url: string
  body: unknown
}
export interface Answer {
  status: number
  body: unknown
}

export interface WxStandIn {
  /** The object a mini-app finds as `wx`. */
  wx: Record<string, unknown>
  /** Every call but storage and system information, by name, oldest first: what the page asked of WeChat. */
  calls: { name: string; options: Options }[]
  /** Requests whose answer has not been given to the page yet. */
  waiting: () => number
  /** What the phone keeps now. */
  stored: () => Record<string, string>
}

// What WeChat answers where the person agrees to everything. Navigation is noted and not followed: each page is looked at by itself.
const results: Record<string, (options: Options) => object> = {
  login: () => ({ code: 'wechat-code-of-a-check' }),
  getRandomValues: ({ length }) => ({ randomValues: new Uint8Array(Number(length)).map((_, i) => i + 1).buffer }),
  scanCode: () => ({ result: 'not-a-pass' }),
  chooseMedia: () => ({ tempFiles: [] }),
  chooseMessageFile: () => ({ tempFiles: [] }),
  showModal: () => ({ confirm: true, cancel: false }),
  downloadFile: () => ({ statusCode: 200 }),
  showActionSheet: () => ({ tapIndex: 0 }),
  getScreenBrightness: () => ({ value: 0.5 }),
  getNetworkType: () => ({ networkType: 'wifi' }),
  requestSubscribeMessage: ({ tmplIds }) => Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept'])),
}
const plain = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack', 'setNavigationBarTitle', 'setTabBarItem', 'stopPullDownRefresh', 'vibrateShort', 'vibrateLong', 'previewImage', 'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setClipboardData', 'shareFileMessage', 'addPhoneCalendar', 'openDocument', 'pageScrollTo', 'setKeepScreenOn', 'setScreenBrightness', 'onNetworkStatusChange', 'offNetworkStatusChange']

const system = { platform: 'ios', system: 'iOS 17.0', SDKVersion: '3.6.0', version: '8.0.50', language: 'zh_CN', pixelRatio: 2, windowWidth: 390, windowHeight: 760, screenWidth: 390, screenHeight: 844, statusBarHeight: 47, theme: 'light', safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 } }

/** A small `wx`: storage in memory, requests answered by `answer`, the rest agreed to and noted. What it has not is missing, as on an old phone. */
export const standInForWx = (stored: Record<string, string>, answer: (request: Request) => Answer): WxStandIn => {
  const storage = new Map<string, unknown>(Object.entries(stored))
  const calls: WxStandIn['calls'] = []
  let open = 0
  const later = (options: Options, name: string, result: object) => setTimeout(() => {
    const whole = { errMsg: `${name}:ok`, ...result }
    options.success?.(whole)
    options.complete?.(whole)
  }, 0)
  const agreed = (name: string) => (options: Options = {}) => {
    calls.push({ name, options })
    const result = results[name]?.(options) ?? {}
    // WeChat's rule since base library 2.10.2: without a callback an asynchronous call gives a promise, with one it gives nothing.
    if (!options.success && !options.fail && !options.complete) return new Promise((success) => later({ success }, name, result))
    later(options, name, result)
  }
  const request = (options: Options) => {
    const asked = { method: String(options.method ?? 'GET'), url: String(options.url), body: options.data }
    calls.push({ name: 'request', options })
    const { status, body } = answer(asked)
    open++
    later({ ...options, complete: (result) => { open--; options.complete?.(result) } }, 'request', { statusCode: status, data: body, header: {} })
    return { abort: () => {} }
  }
  const files = { copyFileSync: () => {}, writeFile: (options: Options) => later(options, 'writeFile', {}), writeFileSync: () => {}, unlinkSync: () => {}, accessSync: () => {} }
  const wx = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    // Encrypted by WeChat itself; a key that is not there fails.
    setStorage: (options: Options) => { storage.set(String(options.key), options.data); return agreed('setStorage')(options) },
    getStorage: ({ success, fail, key }: Options) => void setTimeout(() => (storage.has(String(key)) ? success?.({ data: storage.get(String(key)), errMsg: 'getStorage:ok' }) : fail?.({ errMsg: 'getStorage:fail data not found' })), 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getSystemInfoSync: () => system, getWindowInfo: () => system, getDeviceInfo: () => system, getAppBaseInfo: () => system,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    getFileSystemManager: () => files,
    nextTick: (then: () => void) => void Promise.resolve().then(then),
    request,
    ...Object.fromEntries([...Object.keys(results), ...plain].map((name) => [name, agreed(name)])),
  }
  return { wx, calls, waiting: () => open, stored: () => Object.fromEntries(storage) as Record<string, string> }
}
