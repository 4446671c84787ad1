export default definePageConfig({ navigationBarTitleText: '青程', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
