/** The rules of the house (docs/decisions.md), as a check that fails. */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    rule('no-circles', { pathNot: '\\.h5\\.tsx?$' }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }, 'Nothing depends on itself by way of others.'),
    rule('shared-stands-alone', { path: '^shared' }, { path: '^(functions|miniapp|tests)' }, 'Both sides stand on shared; it stands on neither.'),
    rule('shared-does-no-io', { path: '^shared' }, { dependencyTypes: ['core'] }, 'No I/O: it also runs in WeChat.'),
    rule('rules-and-model-need-nothing', { path: '^shared/(rules|model)' }, { path: 'node_modules' }, 'Rules and vocabulary have no dependencies.'),
    rule('functions-not-miniapp', { path: '^functions' }, { path: '^miniapp' }, 'The two sides never import each other.'),
    rule('miniapp-not-functions', { path: '^miniapp' }, { path: '^functions' }, 'The two sides never import each other.'),
    rule('miniapp-takes-only-types-of-the-contract', { path: '^miniapp/src' }, { path: '^shared/contract', dependencyTypesNot: ['type-only'] }, 'No schema code in the mini-app.'),
    rule('core-is-pure', { path: '^functions/core' }, { path: '^functions/(?!core)|node_modules', pathNot: '^shared' }, 'Decides; does not read, write or wait.'),
    rule('core-does-no-io', { path: '^functions/core' }, { dependencyTypes: ['core'] }, 'No clock, no random, no files.'),
    rule('only-the-store-names-dynamodb', { path: '^functions/(?!store|wiring|local|commands)' }, { path: 'node_modules/@aws-sdk/(client-dynamodb|lib-dynamodb)' }, 'An adapter names its vendor; nothing else does.'),
    rule('only-files-names-s3', { path: '^functions/(?!files|local|commands)' }, { path: 'node_modules/@aws-sdk/(client-s3|s3-)' }, 'An adapter names its vendor; nothing else does.'),
    rule('use-cases-know-the-edge-by-type', { path: '^functions/use-cases' }, { path: '^functions/(http|stream|schedule|wiring)', dependencyTypesNot: ['type-only'] }, 'Edges call use-cases.'),
    rule('store-decides-nothing', { path: '^functions/store' }, { path: '^functions/(core|use-cases|http|stream|wiring)' }, 'Keys, items, conditions, queries.'),
    rule('the-clock-is-the-local-stages-to-set', { path: '^functions/(?!local/stage\\.|wiring/context\\.)' }, { path: '^functions/wiring/clock\\.' }, 'Whatever is deployed reads it through its context, and nothing there can set it.'),
    rule('deployed-code-leaves-the-local-stage-alone', { path: '^functions/(core|use-cases|store|http|stream|schedule|wiring|wechat|files)' }, { path: '^functions/(local|commands|demo)' }, 'What runs here only is never bundled.'),
    rule('product-not-tests', { path: '^(shared|functions|miniapp)' }, { path: '^tests', pathNot: '^tests/vectors' }, 'Tests stand on the product.'),
    rule('nothing-unresolved', { path: '^(shared|functions)' }, { couldNotResolve: true, pathNot: '^aws-lambda$' }, 'A typing mistake, or a package that is not there.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
