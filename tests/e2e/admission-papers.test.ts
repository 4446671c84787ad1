import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { pdfRenderer } from '../../functions/documents/render'
import { putChainHead, readApplicationSteps, stepItems } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { readMembers } from '../../functions/store/members'
import type { Me } from '../../functions/store/people'
import { getItem, getItems, writeAll } from '../../functions/store/table'
import { signHead } from '../../functions/use-cases/sign-head'
import { dossierOf } from '../documents/dossier-sample'
import { chooseFile, openedPdf } from '../support/admission-pages'
import { testSigner } from '../support/context'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { readPdf } from '../support/pdf'
import { pictureOfPages } from '../support/pdf-pictures'

let app: DemoApp
let approved: Me
let sworn: Me
beforeAll(async () => {
  app = await startDemoApp()
  const { table } = app
  const account = async (name: string) => {
    const accounts = await (await fetch(`${app.stage.api}/v1/demo-accounts`)).json() as { code: string; name: string }[]
    const code = accounts.find((one) => one.name === name)?.code ?? ''
    return (await getItem<{ personId: string }>(table, keys.demoAccount(code)))?.personId ?? ''
  }
  const [secretary, school, county] = await Promise.all(['熊月彤', '冯奕彤', '孔嘉琪'].map(account))
  const branch = (await getItem<Me>(table, keys.me(secretary ?? '')))?.roles.find(({ name }) => name === 'branch-secretary')?.scope ?? ''
  const people = (await getItems<Me>(table, (await readMembers(table, branch)).map(({ personId }) => keys.me(personId)))).flatMap((me) => me ?? [])
  const [one, two, m1, m2] = people.filter(({ progress, leagueMember }) => !progress?.application && !leagueMember) as [Me, Me, Me, Me]
  approved = one
  sworn = two
  const ids = { secretary, school, county, m1: m1.personId, m2: m2.personId } as Record<string, string>
  for (const [me, until] of [[approved, 'committee-approved'], [sworn, 'sworn-in']] as const) {
    const { application } = dossierOf({ until, quota: [], ids: { ...ids, applicant: me.personId } })
    await writeAll(table, application.steps.flatMap((step) => stepItems(me.personId, { ...step, salt: '00' })))
    const last = application.steps.at(-1)
    if (last) await putChainHead(table, me.personId, await signHead(testSigner, last))
  }
}, 600_000)
afterAll(() => app?.stop())

test('the county uploads the stamped form’s scan, a ruined one is refused with why, and files it', async () => {
  const page = await app.signIn('孔嘉琪')
  await app.open(page, `packages/staff/application/index?id=${approved.personId}`)
  await page.getByRole('button', { name: '备案', exact: true }).click()
  const folder = tmpdir()
  const [scan, ruined] = [join(folder, '入团志愿书扫描件.pdf'), join(folder, '没扫完.pdf')]
  const { bytes } = await pdfRenderer.renderPaper({ kind: 'admission-form', dossier: dossierOf({ until: 'committee-approved' }) })
  writeFileSync(scan, bytes)
  writeFileSync(ruined, bytes.subarray(0, bytes.length - 4000))
  await chooseFile(page, /选择 PDF/, ruined)
  await page.getByText('这个 PDF 打不开，可能没有扫描完整').waitFor()
  await app.wellMade(page, 'attach-refused')
  await chooseFile(page, /换一个文件/, scan)
  await page.getByText('可以使用了').waitFor()
  await app.wellMade(page, 'attach-ready')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(`备案 · ${approved.name}`).waitFor({ state: 'hidden' })
  const last = (await readApplicationSteps(app.table, approved.personId)).at(-1)
  expect(last).toMatchObject({ act: 'file', to: 'filed', facts: { bytes: bytes.length, number: '202651000001' } })
}, 240_000)

test('the secretary makes papers, opens them, makes the e-file and archives with it', async () => {
  const page = await app.signIn('熊月彤')
  await app.open(page, `packages/staff/application/index?id=${sworn.personId}`)
  await page.getByText('材料', { exact: true }).scrollIntoViewIfNeeded()
  await app.wellMade(page, 'papers-phone')
  for (const [name, kind] of [['生成入团申请书', 'letter'], ['生成发展对象公示', 'notice'], ['生成入团志愿书', 'form'], ['生成支部大会记录', 'minutes'], ['生成电子团员档案', 'e-file']] as const) {
    const bytes = await openedPdf(page, name)
    const pages = await pictureOfPages(page.context().browser() as Browser, bytes, `made-${kind}`)
    for (const [i, { inked, atEdge }] of pages.entries()) expect([kind, i, inked > 1000, atEdge]).toEqual([kind, i, true, 0])
    if (kind !== 'notice') expect((await readPdf(bytes)).map(({ text }) => text).join('')).toContain(sworn.name)
  }
  await page.getByRole('button', { name: '归档', exact: true }).click()
  await page.getByRole('button', { name: '生成电子档案' }).click()
  await page.getByText('电子档案已生成').waitFor()
  await app.wellMade(page, 'archive-chosen')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  // The form closes when the act was recorded.
  await page.getByText(`归档 · ${sworn.name}`).waitFor({ state: 'hidden' })
  expect((await readApplicationSteps(app.table, sworn.personId)).at(-1)).toMatchObject({ act: 'archive', to: 'archived' })
  await page.getByRole('button', { name: '已生成的材料' }).click()
  await page.getByText('电子团员档案').first().waitFor()
  await app.wellMade(page, 'papers-made')
  const wide = await app.signIn('熊月彤', desktop)
  await app.open(wide, `packages/staff/application/index?id=${sworn.personId}`)
  await wide.getByText('材料', { exact: true }).scrollIntoViewIfNeeded()
  await app.wellMade(wide, 'papers-desktop')
}, 300_000)
