import { makeText } from '@/text/make'
import { importsEn } from './text.en'
import { importsZh } from './text.zh-CN'

/** Words of the page that takes records over from other platforms. */
export const i = makeText(importsZh, importsEn)
