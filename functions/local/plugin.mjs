/** The door the Serverless Framework comes through: JavaScript, so that packaging needs no loader; the stack itself is TypeScript. */
export default class LocalStage {
  constructor(serverless) {
    this.hooks = {
      'before:offline:start:init': async () => {
        const { register } = await import('tsx/esm/api')
        register()
        const { startStack } = await import('./stack.ts')
        this.stack = await startStack(serverless)
      },
      'after:offline:start:init': () => this.stack.ready(),
      'before:offline:start:end': () => this.stack.stop(),
    }
  }
}
