import type { Signal } from './signal'

export type { Signal }

const felt = { good: [40], look: [40, 120, 40], bad: [400] } as const
/** A high note, two of them, a long low one: from, to in seconds; Hertz. */
const heard = { good: [[0, 0.12, 1046]], look: [[0, 0.12, 740], [0.2, 0.32, 740]], bad: [[0, 0.5, 220]] } as const
let audio: AudioContext | undefined

/** See signal.ts; a browser that may also makes a sound. Where it may not, the context stays silent. */
export const signal = (kind: Signal): void => {
  navigator.vibrate?.([...felt[kind]])
  try {
    audio ??= new AudioContext()
    for (const [from, to, hertz] of heard[kind]) {
      const note = audio.createOscillator()
      const volume = audio.createGain()
      note.frequency.value = hertz
      volume.gain.value = 0.2
      note.connect(volume).connect(audio.destination)
      note.start(audio.currentTime + from)
      note.stop(audio.currentTime + to)
    }
  } catch { /* no sound here */ }
}
