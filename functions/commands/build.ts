import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { root } from '../local/root'
import { buildWorker } from './build-worker'

/** `build weapp` or `build h5`: Taro's production build of the mini-app into miniapp/dist; the web's with the service worker that opens it offline. */
const type = process.argv[2]
if (type !== 'weapp' && type !== 'h5') {
  console.error('Say which: npm run build:weapp or npm run build:h5')
  process.exit(2)
}
// `npm start` remembers the build it made, and for which API: this one is another.
if (type === 'h5') rmSync(`${root}.local/built-h5`, { force: true })
const { status } = spawnSync(process.execPath, [`${root}node_modules/@tarojs/cli/bin/taro`, 'build', '--type', type], {
  cwd: `${root}miniapp`,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', TARO_ENV: type, BROWSERSLIST_IGNORE_OLD_DATA: 'true' },
})
if (status === 0 && type === 'h5') await buildWorker(`${root}miniapp/dist/h5`)
process.exit(status ?? 1)
