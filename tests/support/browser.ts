import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { root } from '../../functions/local/root'

const { resolve } = createRequire(import.meta.url)
const own = join(root, '.local', 'browser')

/** What a page of this product is looked at with: a phone of a pupil in the county. */
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

export interface BrowserProgram {
  path: string
  args: string[]
  env: Record<string, string>
}

const systemNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
const systemBrowser = (): string | undefined => {
  const fixed = [process.env.CHROME_PATH, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => path && existsSync(path))
  const folders = (process.env.PATH ?? '').split(':')
  return fixed ?? systemNames.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** Chinese is boxes where the machine has no such font: a TrueType one from npm, beside whatever the machine has. */
const fontConfig = (): string => {
  const fonts = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const file = join(own, 'fonts.conf')
  mkdirSync(own, { recursive: true })
  const families = ['sans-serif', 'system-ui', 'serif', 'monospace'].map((family) => `<alias><family>${family}</family><default><family>Noto Sans SC</family></default></alias>`)
  const folders = ['400Regular', '500Medium', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`)
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${folders.join('')}<cachedir>${join(own, 'fonts-cache')}</cachedir>${families.join('')}</fontconfig>`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  return file
}

/** Unpacks the browser from npm, once: it is moved into place whole, so that two test files that start together do not meet half of one. */
const unpackedBrowser = (): { path: string; libraries: string } => {
  const { version } = JSON.parse(readFileSync(join(dirname(resolve('@sparticuz/chromium')), '../../package.json'), 'utf8')) as { version: string }
  const home = join(own, `chromium-${version}`)
  if (!existsSync(home)) {
    const mine = `${home}.${process.pid}`
    mkdirSync(mine, { recursive: true })
    // It reads both variables while it is being loaded, hence a process of its own. With the first one set it brings its own libraries.
    const env = { ...process.env, NODE_OPTIONS: '', AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: mine }
    const code = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`The browser could not be unpacked: ${stderr}`)
    try {
      renameSync(mine, home)
    } catch {
      rmSync(mine, { recursive: true })
    }
  }
  return { path: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') }
}

/** A Chrome or Chromium of this machine, else the one from npm, with what it needs to run headless without system packages. CORS stays on. */
export const browserProgram = (): BrowserProgram => {
  const env = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontConfig() }
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--lang=zh-CN']
  const system = systemBrowser()
  if (system) return { path: system, args, env }
  const { path, libraries } = unpackedBrowser()
  return { path, args: [...args, '--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'], env: { ...env, LD_LIBRARY_PATH: libraries } }
}

export const openBrowser = (): Promise<Browser> => {
  const { path, args, env } = browserProgram()
  return chromium.launch({ executablePath: path, args, env })
}
