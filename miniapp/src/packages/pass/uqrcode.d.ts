declare module 'uqrcodejs' {
  export default class UQRCode {
    data: string
    errorCorrectLevel: number
    static errorCorrectLevel: { L: number; M: number; Q: number; H: number }
    make(): void
    moduleCount: number
    modules: ({ isBlack: boolean } | undefined)[][]
  }
}
