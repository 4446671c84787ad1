export default definePageConfig({ navigationBarTitleText: '青程' })
