const { join } = require('node:path')
const { NormalModuleReplacementPlugin } = require('webpack')

/** WeChat's components as ui/primitives.tsx has them, each with what it is given there; Taro knows 90, and writes every attribute of those that it meets. */
const used = {
  View: ['hover-class'],
  Text: ['selectable'],
  Image: ['src', 'mode', 'lazy-load'],
  Input: ['value', 'type', 'maxlength', 'placeholder', 'placeholder-class', 'disabled', 'bindInput', 'bindConfirm'],
  Textarea: ['value', 'maxlength', 'placeholder', 'placeholder-class', 'auto-height', 'bindInput'],
  Picker: ['mode', 'value', 'range', 'start', 'end', 'bindChange'],
}
const kept = (components) => Object.fromEntries(Object.entries(used).map(([name, attributes]) => [name, Object.fromEntries(attributes.map((attribute) => [attribute, components[name][attribute]]))]))

/** What registers a page, without what Taro writes for others: behaviours, which no page has, and at run time a title, which WeChat reads in the page's JSON. For each page Taro asks first for its settings, then for this. */
const plainPages = (loaderMeta) => {
  let pulled
  return {
    ...loaderMeta,
    modifyConfig: (config, source) => {
      loaderMeta.modifyConfig?.(config, source)
      pulled = config.enablePullDownRefresh ? '{ enablePullDownRefresh: true }' : '{}'
    },
    modifyInstantiate: (code, type) => (type === 'page' ? `Page(${code.match(/createPageConfig\(.*\)/)[0].replace('config || {}', pulled)})` : code),
  }
}

/** Taro plugin: the templates and the running app know these components alone (the two number them alike, so both come from here), and of WeChat's calls those of platform/taro.ts. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      const few = kept(platform.template.internalComponents)
      platform.template.internalComponents = few
      platform.runtimePath = []
      ctx.modifyWebpackChain(({ chain }) => {
        const code = `export const internalComponents = ${JSON.stringify(few)}\nexport const controlledComponent = new Set(['input', 'textarea', 'picker'])`
        chain.plugin('miniPlugin').tap(([options, ...rest]) => [{ ...options, loaderMeta: plainPages(options.loaderMeta) }, ...rest])
        chain.resolve.alias.set('@tarojs/taro$', join(__dirname, '../src/platform/taro.ts'))
        chain.plugin('few-parts').use(NormalModuleReplacementPlugin, [/^\.\/components\.js$/, (resource) => {
          if (/@tarojs[\\/]shared[\\/]dist$/.test(resource.context)) resource.request = `data:text/javascript,${encodeURIComponent(code)}`
        }])
      })
    },
  })
}
/** Also for the test that compares it with what is written. */
module.exports.used = used
