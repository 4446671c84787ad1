export default definePageConfig({ navigationBarTitleText: '这个微信上的人', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
