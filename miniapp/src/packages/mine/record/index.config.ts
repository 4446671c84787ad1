export default definePageConfig({ navigationBarTitleText: '记录详情', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
