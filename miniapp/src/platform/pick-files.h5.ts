/** Files of this machine by the browser's own dialog; none where it is cancelled. `accept` as an input's attribute. */
export const pickFiles = (accept: string, multiple = false): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept, multiple })
    input.style.display = 'none'
    const done = () => {
      input.remove()
      resolve(Array.from(input.files ?? []))
    }
    input.onchange = done
    input.oncancel = () => {
      input.remove()
      resolve([])
    }
    document.body.append(input)
    input.click()
  })
