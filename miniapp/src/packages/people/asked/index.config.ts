export default definePageConfig({ navigationBarTitleText: '请我帮助的人', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
