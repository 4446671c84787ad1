import type { ChosenSheet } from './choose-sheet'

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** A file of this machine; see choose-sheet.ts. */
export const chooseSheet = (): Promise<ChosenSheet | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.style.display = 'none'
    input.onchange = async () => {
      const file = input.files?.[0]
      input.remove()
      resolve(file && { name: file.name, bytes: file.size, content: await base64Of(file) })
    }
    input.oncancel = () => {
      input.remove()
      resolve(undefined)
    }
    document.body.append(input)
    input.click()
  })
