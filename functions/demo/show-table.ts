/** How many columns of a terminal a text takes: Chinese characters and their punctuation take two. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1), 0)

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** A line at a time, so that each step shows as it ends. */
export const tableLine = (cells: readonly string[], widths: readonly number[]): string => cells.map((cell, i) => (i === cells.length - 1 ? cell : padded(cell, widths[i] ?? 0))).join('  ')
