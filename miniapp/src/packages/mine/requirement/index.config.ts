export default definePageConfig({ navigationBarTitleText: '要求', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
