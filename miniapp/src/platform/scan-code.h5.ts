const pickPicture = (): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.setAttribute('capture', 'environment')
    input.style.display = 'none'
    input.onchange = () => {
      input.remove()
      resolve(input.files?.[0])
    }
    input.oncancel = () => {
      input.remove()
      resolve(undefined)
    }
    document.body.append(input)
    input.click()
  })

/** The text of a code in a picture taken now or chosen; the decoder comes only when it is needed. */
export const scanCode = async (): Promise<string | undefined> => {
  const picture = await pickPicture()
  if (!picture) return undefined
  try {
    const { BarcodeDetector } = await import('barcode-detector/ponyfill')
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
    return found[0]?.rawValue
  } catch {
    return undefined
  }
}
