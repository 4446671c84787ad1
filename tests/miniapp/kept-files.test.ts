import { keptOf, type PageFiles } from '../../functions/commands/build-worker'

const build = (): PageFiles => ({
  app: ['js/app.js'],
  pages: {
    'pages/home/index': ['chunk/shared.js', 'chunk/home.js'],
    'packages/pass/pass/index': ['chunk/shared.js', 'chunk/codes.js'],
    'packages/staff/home/index': ['chunk/shared.js', 'chunk/staff.js', 'chunk/desk.js'],
    'packages/staff/events/index': ['chunk/staff.js', 'chunk/events.js'],
    'packages/staff/check-in/index': ['chunk/staff.js', 'chunk/scan.js', 'static/reader.wasm'],
    'packages/staff/rules/index': ['chunk/staff.js', 'chunk/rules.js'],
  },
})

test('a student’s phone keeps no staff page and no decoder; a manager’s what scanning needs besides, and nothing twice', () => {
  expect(keptOf(build())).toEqual({
    everyone: ['js/app.js', 'chunk/shared.js', 'chunk/home.js', 'chunk/codes.js'],
    scanner: ['chunk/staff.js', 'chunk/desk.js', 'chunk/events.js', 'chunk/scan.js', 'static/reader.wasm'],
  })
})

test('a build without a page of the scanner is none', () => {
  const { 'packages/staff/check-in/index': _, ...pages } = build().pages
  expect(() => keptOf({ app: [], pages })).toThrow('packages/staff/check-in/index')
})
