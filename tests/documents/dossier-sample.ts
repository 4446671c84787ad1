import { createHash } from 'node:crypto'
import type { ActName, ApplicationState, ApplicationStep, Evaluation } from '@shared/model/application'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { chainStep } from '../../functions/core/chain-step'
import { foldApplication } from '../../functions/core/fold-application'
import type { Dossier } from '../../functions/documents/dossier'
import { about } from './sample'

const names: Record<string, string> = { secretary: '祝卿安', school: '司马青云', county: '阿依努尔·买买提', m1: '古丽娜扎尔·阿卜杜热合曼', m2: '欧阳䶮', applicant: about.name }
const decision = (date: string, body = '初三（1）班团支部委员会') => ({ body, date, attendance: 5, minutes: '《团支部工作手册》第 23 页' })
const sentence = '我志愿加入中国共产主义青年团，坚决拥护中国共产党的领导，遵守团的章程，执行团的决议，履行团员义务，严守团的纪律，勤奋学习，积极工作，吃苦在前，享受在后，为共产主义事业而奋斗。“青年者，国家之魂”，我愿意从身边的小事做起（包括每周去敬老院、参加“清洁家园”）。'
/** `n` sentences in paragraphs of three. */
export const long = (n: number) => Array.from({ length: n }, (_, i) => `${sentence}${i % 3 === 2 ? '\n' : ''}`).join('')

interface Options {
  letter?: string
  words?: number
  until?: ApplicationState
  objections?: number
  talks?: number
  /** Ids of real people in the place of the sample's. */
  ids?: Record<string, string>
  /** The lines of the plan that it took a place of. */
  quota?: string[]
}

/** Somebody's way from letter to oath, each step in the chain as the product makes it; texts as long as asked. */
export const dossierOf = ({ letter = long(6), words = 2, until = 'sworn-in', objections = 1, talks = 2, ids = {}, quota = ['b#*'] }: Options = {}): Dossier => {
  const id = (who: string) => ids[who] ?? who
  const steps: ApplicationStep[] = []
  let done = false
  const add = (date: string, by: string, act: ActName, to: ApplicationState, facts: object, texts?: object, evaluated?: Evaluation) => {
    if (done) return
    steps.push(chainStep({ act, to, facts, ...(texts && { texts }) } as Parameters<typeof chainStep>[0], { n: steps.length + 1, stepId: `step-${steps.length + 1}`, applicationId: 'application-0001', at: `${date}T02:30:00.000Z`, by: id(by), procedure: 1, last: steps.at(-1), salt: '00', evaluated }))
    if (to === until) done = true
  }
  const evaluated: Evaluation = {
    asOf: '2026-05-06T02:30:00.000Z', ruleSet: { id: 'wangcang', version: 1 }, eligible: true, birthDate: '2011-05-04', issues: 2, known: '', figures: [
      { key: 'age', enforcement: 'required', achieved: 15, required: 14, met: true }, { key: 'volunteer-hours', enforcement: 'required', achieved: 1440, required: 1200, met: true }, { key: 'league-class', enforcement: 'required', achieved: 8, required: 8, met: true }, { key: 'points', enforcement: 'advisory', achieved: 52, required: 60, met: false },
    ],
  }
  add('2026-02-02', 'applicant', 'apply', 'applied', {}, { letter })
  add('2026-02-03', 'secretary', 'talk', 'talked', { date: '2026-02-03' }, { talker: names.secretary, notes: long(words) })
  add('2026-02-04', 'secretary', 'record-route', 'talked', { route: 'peer-review', date: '2026-02-04', tally: { present: 42, for: 38, against: 1, abstain: 3 } }, { words: '同学们认为她乐于助人。' })
  add('2026-02-04', 'secretary', 'name-activist', 'activist', { decision: decision('2026-02-04'), mentors: [{ personId: id('m1') }, { personId: id('m2') }], routes: ['peer-review'] }, { mentors: [names.m1, names.m2] })
  for (let i = 0; i < talks; i++) add('2026-03-10', 'm1', 'mentor-talk', 'cultivating', { date: '2026-03-10', mentor: i % 2 }, { notes: long(words) })
  add('2026-05-06', 'secretary', 'propose-candidate', 'candidate-proposed', { decision: decision('2026-05-06') }, undefined, evaluated)
  add('2026-05-06', 'school', 'pre-review', 'pre-reviewed', { decision: decision('2026-05-06', '东河第一中学团委'), number: '202651000001', quota }, { reply: '材料齐全，同意预审。' })
  add('2026-05-06', 'school', 'open-notice', 'public-notice', { from: '2026-05-06', until: '2026-05-13', masked: true }, { place: '教学楼一楼公告栏' })
  for (let i = 0; i < objections; i++) {
    add('2026-05-08', 'school', 'object', 'public-notice', { date: '2026-05-08' }, { words: '她上学期有一次没有参加值日。', from: '同班同学' })
    add('2026-05-09', 'school', 'answer-objection', 'public-notice', { of: steps.length, upheld: false, date: '2026-05-09' }, { finding: '经向班主任了解，当天她请了病假，反映不属实。' })
  }
  add('2026-05-13', 'school', 'close-notice', 'public-notice', { date: '2026-05-13', workingDays: 5 })
  add('2026-05-13', 'applicant', 'fill-form', 'form-filled', { date: '2026-05-13', introducers: [id('m1'), id('m2')] }, { form: { ethnicity: '维吾尔族', education: '2017年9月—2023年6月　东河镇小学\n2023年9月至今　东河第一中学初三（1）班', family: '父亲　买买提·艾力　旺苍县农业局\n母亲　古丽　个体', statement: long(words) } })
  add('2026-05-14', 'm1', 'introduce', 'form-filled', { date: '2026-05-14', introducer: id('m1') }, { opinion: '该同志思想上进，学习刻苦，团结同学，同意介绍其加入共青团。' })
  add('2026-05-14', 'm2', 'introduce', 'form-filled', { date: '2026-05-14', introducer: id('m2') }, { opinion: long(words > 2 ? 3 : 1) })
  add('2026-05-15', 'secretary', 'vote', 'branch-voted', { meetingId: 'meeting-0001', date: '2026-05-15', shouldAttend: 21, present: 20, for: 18, against: 1, abstain: 1, secret: true, quorate: true, passed: true }, { words: '大家肯定了她的优点，也希望她更大胆地发言。' })
  add('2026-05-20', 'school', 'approve', 'committee-approved', { decision: decision('2026-05-20', '东河第一中学团委') })
  add('2026-05-25', 'county', 'file', 'filed', { number: '202651000001', fileId: 'file-0001', sha256: 'ab'.repeat(32), bytes: 3_456_789 })
  add('2026-05-30', 'secretary', 'swear-in', 'sworn-in', { date: '2026-05-30' }, { place: '学校大礼堂' })
  const lastStep = steps.at(-1) as ApplicationStep
  return {
    about, birthDate: '2011-05-04', application: foldApplication(steps) as Dossier['application'], branchName: about.orgName, committeeName: '旺苍县东河第一中学团委', nameOf: (id) => names[id] ?? '', rulesOf: () => defaultRuleSet,
    head: { applicationId: 'application-0001', count: steps.length, hash: lastStep.hash, at: lastStep.at, keyId: '0123456789abcdef', signature: createHash('sha512').update('a signature').digest('base64') },
    attachments: [{ what: '入团志愿书扫描件', sha256: 'ab'.repeat(32), bytes: 3_456_789, pages: 4 }],
  }
}
