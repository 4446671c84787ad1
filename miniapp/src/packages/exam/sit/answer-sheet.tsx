import { Box, Tap } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { choiceOf, type KeptExam } from '../kept-exam'
import { e } from '../text'

/** Every question by its number, answered ones filled: a press leads to it. */
export const AnswerSheet = ({ exam, at, onGo, onClose }: { exam: KeptExam; at: number; onGo: (question: number) => void; onClose: () => void }) => (
  <Sheet title={e('sheet')} onClose={onClose}>
    <Box className='e-cells'>
      {(exam.sitting.questions ?? []).map((asked, i) => {
        const done = choiceOf(exam, i).length > 0
        return <Tap key={asked.stem} className={`e-cell ${done ? 'e-cell-done' : ''} ${i === at ? 'e-cell-at' : ''}`} label={e('sheetItem', { n: i + 1, state: e(done ? 'stateDone' : 'stateOpen') })} onTap={() => onGo(i)}>{i + 1}</Tap>
      })}
    </Box>
  </Sheet>
)
