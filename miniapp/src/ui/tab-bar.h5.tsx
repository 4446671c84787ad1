import { go } from '@/platform/navigate'
import { t } from '@/text'
import type { TabName } from './page'

const tabs = [
  ['home', 'tabHome', 'M4 11l8-7 8 7v9h-5v-6H9v6H4z'],
  ['events', 'tabEvents', 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4'],
  ['records', 'tabRecords', 'M7 4h10v16H7zM10 9h4M10 13h4'],
  ['me', 'tabMe', 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c1-5 4-6 8-6s7 1 8 6'],
] as const

export const TabBar = ({ current }: { current: TabName }) => (
  <nav className='q-tabbar' aria-label={t('tabs')}>
    {tabs.map(([name, key, path]) => (
      <a key={name} href={`#/pages/${name}/index`} aria-current={name === current ? 'page' : undefined} onClick={(e) => { e.preventDefault(); if (name !== current) go(name) }}>
        <svg viewBox='0 0 24 24' aria-hidden='true'><path d={path} /></svg>
        {t(key)}
      </a>
    ))}
  </nav>
)
