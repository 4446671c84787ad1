const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { parseSync } = require('@babel/core')

/** A constant that a file exports. */
const exported = (file, name) => {
  const { program } = parseSync(readFileSync(file, 'utf8'), { configFile: false, babelrc: false, parserOpts: { plugins: ['typescript'] } })
  return program.body.flatMap(({ declaration }) => declaration?.declarations ?? []).find(({ id }) => id.name === name)?.init
}

/** What stands for a value: itself, or for a constant that nothing else in its file asks for what it was set to, here or in a file beside this one. */
const literalOf = (path) => {
  const binding = path.isIdentifier() && path.scope.getBinding(path.node.name)
  if (!binding) return path.node
  if (binding.referencePaths.filter(({ parent }) => parent.type !== 'TSTypeQuery').length > 1) return undefined
  if (binding.kind === 'const') return binding.path.node.init
  const [from, file] = [binding.path.parent.source?.value, path.hub.file.opts.filename]
  return file && from?.startsWith('./') ? exported(join(dirname(file), `${from}.ts`), binding.path.node.imported?.name) : undefined
}

const withoutTypes = (node) => (/^TS(As|Satisfies)Expression$/.test(node?.type) ? withoutTypes(node.expression) : node)

/** The words of an object literal by key, or undefined where it is anything else. */
const wordsOf = (path) => {
  const node = withoutTypes(literalOf(path))
  if (node?.type !== 'ObjectExpression') return undefined
  const words = node.properties.map(({ key, value, computed }) => (!computed && value?.type === 'StringLiteral' && key ? [key.name ?? key.value, value] : undefined))
  return words.every(Boolean) ? new Map(words) : undefined
}

/**
 * Babel: makeText({ key: '中文' }, { key: 'English' }) of text/make.ts becomes textOf({ key: ['中文', 'English'] }), so that each key is in the package once. Where a file's words are not
 * all written out, there or in two files beside it, it stays as it is. Throws where a key has no English.
 */
module.exports = ({ types: t }) => ({
  visitor: {
    ImportDeclaration(path) {
      if (path.node.source.value !== '@/text/make') return
      const named = path.node.specifiers.find(({ imported }) => imported?.name === 'makeText')
      const calls = named ? path.scope.getBinding(named.local.name).referencePaths.map(({ parentPath, key }) => (key === 'callee' ? parentPath : undefined)) : []
      const both = calls.map((call) => call?.get('arguments').map(wordsOf))
      if (!named || !both.every((one) => one?.length === 2 && one[0] && one[1])) return
      const bare = (node) => t.cloneNode(node, true, true)
      for (const [i, [zh, en]] of both.entries()) {
        const pair = ([key, value]) => {
          if (!en.has(key)) throw path.buildCodeFrameError(`No English for ${key}`)
          return t.objectProperty(t.stringLiteral(String(key)), t.arrayExpression([bare(value), bare(en.get(key))]))
        }
        calls[i].node.arguments = [t.objectExpression([...zh].map(pair))]
      }
      named.imported = t.identifier('textOf')
    },
  },
})
