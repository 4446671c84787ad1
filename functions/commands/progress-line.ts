/** One line that grows on a terminal; elsewhere (a log) a plain line every tenth. */
export const progressLine = (words: string, out: NodeJS.WriteStream = process.stderr) => {
  let tenth = -1
  return (done: number, all: number): void => {
    const share = all === 0 ? 1 : done / all
    const count = `${done}/${all}`
    if (out.isTTY) {
      const filled = Math.round(share * 30)
      out.write(`\r${words} ${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${String(Math.round(share * 100)).padStart(3)} % ${count}${done >= all ? '\n' : ''}`)
      return
    }
    const now = Math.floor(share * 10)
    if (now === tenth) return
    tenth = now
    out.write(`${words} ${count}\n`)
  }
}
