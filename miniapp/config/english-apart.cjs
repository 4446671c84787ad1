const { createHash } = require('node:crypto')
const { readdirSync, readFileSync } = require('node:fs')
const { dirname, join, relative, resolve } = require('node:path')
const { parseSync, traverse } = require('@babel/core')

const src = resolve(__dirname, '../src')
const parse = (file) => parseSync(readFileSync(file, 'utf8'), { configFile: false, babelrc: false, filename: file, parserOpts: { plugins: ['typescript', 'jsx'] } })
const digest = (text, length) => createHash('sha256').update(text).digest('base64url').slice(0, length)

/** What names a call in english.json: four characters of its file's path, and a number where a file has several. */
const idOf = (file, n) => digest(relative(src, file).replaceAll('\\', '/').replace(/\.tsx?$/, ''), 4) + (n || '')

/** A constant that a file exports. */
const exported = (file, name) => parse(file).program.body.flatMap(({ declaration }) => declaration?.declarations ?? []).find(({ id }) => id.name === name)?.init
const withoutTypes = (node) => (/^TS(As|Satisfies)Expression$/.test(node?.type) ? withoutTypes(node.expression) : node)

/** What stands for a call's English: itself, or the constant of its file or of one beside it that nothing else asks for. */
const writtenOut = (english, file) => {
  if (!english.isIdentifier()) return english.node
  const binding = english.scope.getBinding(english.node.name)
  if (!binding || binding.referencePaths.some((one) => one.node !== english.node && one.parent.type !== 'TSTypeQuery')) return undefined
  const from = binding.path.parent.source?.value
  return from === undefined ? binding.path.node.init : from.startsWith('./') ? exported(join(dirname(file), `${from}.ts`), binding.path.node.imported?.name) : undefined
}

/** Every makeText(…, { key: 'English' }) of a file by an import of text/make.ts: the call, its id and its English. Throws where that is not written out, or is asked for by anything else. */
const callsBy = (path, file) => {
  const named = path.node.specifiers.find(({ imported }) => imported?.name === 'makeText')
  if (!named || !/^(@\/text|\.)\/make$/.test(path.node.source.value)) return []
  return path.scope.getBinding(named.local.name).referencePaths.map(({ parentPath: call }, n) => {
    const english = call.get('arguments.1')
    const words = withoutTypes(writtenOut(english, file))?.properties?.map(({ key, value, computed }) => (!computed && value?.type === 'StringLiteral' ? [key.name ?? key.value, value.value] : undefined))
    if (!words?.every(Boolean)) throw new Error(`${file}: the English of its words is not written out for them alone`)
    return { call, named, english, id: idOf(file, n), words: Object.fromEntries(words) }
  })
}

/** Takes what stands for a call's English out of its file. */
const remove = (english) => {
  const path = english.isIdentifier() && english.scope.getBinding(english.node.name)?.path
  if (!path) return
  const { parentPath } = path
  if (parentPath.isImportDeclaration() && parentPath.node.specifiers.length === 1) parentPath.remove()
  else path.remove()
}

/**
 * Babel: makeText({ key: '中文' }, { key: 'English' }) becomes textOf('id', { key: '中文' }). English is a file of its own beside the H5 app, which who chooses it fetches (src/text/english.ts):
 * in the packages it was a twelfth, and nearly everybody reads Chinese.
 */
module.exports = ({ types: t }) => ({
  visitor: {
    ImportDeclaration(path, { filename }) {
      for (const { call, named, english, id } of callsBy(path, filename)) {
        remove(english)
        call.node.arguments = [t.stringLiteral(id), call.node.arguments[0]]
        named.imported = t.identifier('textOf')
      }
    },
  },
})

/** English.json of the sources: the English of every call by id and key, and a version that is another as soon as one word is. */
module.exports.english = () => {
  const words = {}
  for (const name of readdirSync(src, { recursive: true }).sort()) {
    const file = join(src, name)
    if (!/\.tsx?$/.test(name) || !readFileSync(file, 'utf8').includes('makeText(')) continue
    traverse(parse(file), {
      ImportDeclaration(path) {
        for (const one of callsBy(path, file)) {
          if (words[one.id]) throw new Error(`Two calls of makeText are named ${one.id}: ${file} has one`)
          words[one.id] = one.words
        }
      },
    })
  }
  return { version: digest(JSON.stringify(words), 8), words }
}
