/** What stands for a value: itself, or for a constant that nothing else asks what it was set to. */
const literalOf = (path) => {
  const binding = path.isIdentifier() && path.scope.getBinding(path.node.name)
  if (!binding) return path.node
  const asked = binding.referencePaths.filter(({ parent }) => parent.type !== 'TSTypeQuery')
  const { init } = binding.kind === 'const' && asked.length === 1 ? binding.path.node : {}
  return init?.type === 'TSAsExpression' ? init.expression : init
}

/** The words of an object literal by key, or undefined where it is anything else. */
const wordsOf = (path) => {
  const node = literalOf(path)
  if (node?.type !== 'ObjectExpression') return undefined
  const words = node.properties.map(({ key, value, computed }) => (!computed && value?.type === 'StringLiteral' && key ? [key.name ?? key.value, value] : undefined))
  return words.every(Boolean) ? new Map(words) : undefined
}

/**
 * Babel: makeText({ key: '中文' }, { key: 'English' }) of text/make.ts becomes textOf({ key: ['中文', 'English'] }), so that each key is in the package once. Where a file's words are not
 * all written out, it stays as it is. Throws where a key has no English.
 */
module.exports = ({ types: t }) => ({
  visitor: {
    ImportDeclaration(path) {
      if (path.node.source.value !== '@/text/make') return
      const named = path.node.specifiers.find(({ imported }) => imported?.name === 'makeText')
      const calls = named ? path.scope.getBinding(named.local.name).referencePaths.map(({ parentPath, key }) => (key === 'callee' ? parentPath : undefined)) : []
      const both = calls.map((call) => call?.get('arguments').map(wordsOf))
      if (!named || !both.every((one) => one?.length === 2 && one[0] && one[1])) return
      for (const [i, [zh, en]] of both.entries()) {
        const pair = ([key, value]) => {
          if (!en.has(key)) throw path.buildCodeFrameError(`No English for ${key}`)
          return t.objectProperty(t.stringLiteral(String(key)), t.arrayExpression([t.cloneNode(value), t.cloneNode(en.get(key))]))
        }
        calls[i].node.arguments = [t.objectExpression([...zh].map(pair))]
      }
      named.imported = t.identifier('textOf')
    },
  },
})
