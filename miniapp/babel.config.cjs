// Phones of the last seven years understand ES2018: without the older forms the package is a fifth smaller.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', loose: true, targets: { ios: '12', chrome: '70' } }]] }
