import type { ActName, ActivistRoute, ApplicationState } from '@shared/model/application'

/** The words of the admission procedure as papers have them. */
export const stateWords: Record<ApplicationState, string> = {
  applied: '已提交申请', talked: '已谈话', activist: '入团积极分子', cultivating: '培养考察', 'candidate-proposed': '已推荐为发展对象', 'pre-reviewed': '已预审', 'public-notice': '公示', 'form-filled': '已填写志愿书', 'branch-voted': '支部大会已表决',
  'committee-approved': '上级团委已审批', filed: '已备案', 'sworn-in': '已宣誓', archived: '已归档', returned: '已退回', withdrawn: '本人已撤回', terminated: '已终止', rejected: '未通过',
}
export const actWords: Record<ActName, string> = {
  apply: '提交入团申请', talk: '谈话', 'record-route': '推荐或评议', 'name-activist': '确定入团积极分子', 'mentor-talk': '培养谈话', 'propose-candidate': '推荐为发展对象', 'pre-review': '上级团委预审', 'open-notice': '开始公示', object: '收到异议', 'answer-objection': '答复异议',
  'close-notice': '结束公示', 'fill-form': '填写入团志愿书', introduce: '介绍人意见', vote: '支部大会表决', approve: '上级团委审批', reject: '不予通过', file: '县级团委备案', 'swear-in': '入团宣誓', archive: '归档', return: '退回', withdraw: '撤回申请', terminate: '终止',
}
export const routeWords: Record<ActivistRoute, string> = { 'pioneer-recommendation': '少先队推优', points: '积分入团', 'peer-review': '群众评议' }

/** 1 048 576 → 1.0 MB */
export const sizeWords = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`)
