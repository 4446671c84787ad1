export default definePageConfig({ navigationBarTitleText: '青年之家', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
