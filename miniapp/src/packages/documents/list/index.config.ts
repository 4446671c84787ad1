export default definePageConfig({ navigationBarTitleText: '证明和报告', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
