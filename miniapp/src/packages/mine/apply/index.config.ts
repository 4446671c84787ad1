export default definePageConfig({ navigationBarTitleText: '入团申请', enablePullDownRefresh: process.env.TARO_ENV === 'weapp' })
