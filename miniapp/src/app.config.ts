export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/events/index',
    'pages/records/index',
    'pages/me/index',
    'pages/sign-in/index',
    'pages/event/index',
  ],
  subpackages: [
    { root: 'packages/mine', pages: ['requirement/index', 'submit-record/index', 'record/index', 'apply/index', 'messages/index', 'reads/index'] },
    { root: 'packages/pass', pages: ['pass/index', 'check-in/index', 'venue-code/index'] },
    { root: 'packages/people', pages: ['people/index', 'bind/index', 'asked/index'] },
    { root: 'packages/documents', pages: ['list/index'] },
    { root: 'packages/homes', pages: ['list/index', 'home/index'] },
    { root: 'packages/exam', pages: ['start/index', 'sit/index'] },
    {
      root: 'packages/staff',
      pages: ['home/index', 'events/index', 'publish-event/index', 'check-in/index', 'conflicts/index', 'person-scans/index', 'spot-checks/index', 'reviews/index', 'members/index', 'member/index', 'applications/index', 'application/index', 'meetings/index', 'meeting/index', 'roster/index', 'submit-record-for/index', 'correct-record/index', 'apply-for/index', 'roles/index', 'propose-role/index', 'slips/index', 'cards/index', 'rules/index', 'rules-draft/index', 'rules-preview/index', 'study-issues/index', 'imports/index', 'roll/index', 'scores/index', 'questions/index', 'homes/index', 'youth-home/index', 'home-profile/index', 'home-standard/index', 'home-figures/index', 'plan/index', 'league-schools/index', 'league-school/index', 'league-roll/index', 'violations/index', 'procedure/index', 'turns/index', 'rollover/index', 'move-member/index', 'handover/index', 'lost-phone/index', 'transfers/index'],
    },
  ],
  // What a tab leads to is on the phone before it is asked for; the pass and what lies behind the first screen also with no network later.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/mine', 'packages/pass'] },
    'pages/events/index': { network: 'all', packages: ['packages/pass', 'packages/homes'] },
    'pages/records/index': { network: 'all', packages: ['packages/mine'] },
    'pages/me/index': { network: 'all', packages: ['packages/mine', 'packages/documents'] },
  },
  tabBar: {
    // On H5 the pages draw their own bar, with real links for keyboard and screen reader (ui/tab-bar.h5.tsx).
    custom: process.env.TARO_ENV === 'h5',
    color: '#4b5f57',
    selectedColor: '#0b6b4f',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/home.png', selectedIconPath: 'assets/home-on.png' },
      { pagePath: 'pages/events/index', text: '活动', iconPath: 'assets/events.png', selectedIconPath: 'assets/events-on.png' },
      { pagePath: 'pages/records/index', text: '记录', iconPath: 'assets/records.png', selectedIconPath: 'assets/records-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/me.png', selectedIconPath: 'assets/me-on.png' },
    ],
  },
  window: { navigationBarTitleText: '青程', navigationBarBackgroundColor: '#ffffff', navigationBarTextStyle: 'black', backgroundColor: '#f3f7f5', backgroundTextStyle: 'dark', navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default' },
  lazyCodeLoading: 'requiredComponents',
})
