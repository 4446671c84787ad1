const { react } = require('./config/elements.cjs')

// Phones of the last seven years understand ES2018: without the older forms the package is a fifth smaller. Safari lacks the two left out only in edge cases (a default value that closes over a `var` of the body).
module.exports = { plugins: ['./config/english-apart.cjs', './config/elements.cjs'], presets: [['taro', { framework: 'react', react, ts: true, compiler: 'webpack5', loose: true, targets: { ios: '12', chrome: '70' }, exclude: ['transform-parameters', 'transform-destructuring'] }]] }
