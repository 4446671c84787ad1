export default definePageConfig({ navigationBarTitleText: '记录', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
