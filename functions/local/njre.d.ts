declare module 'njre' {
  const njre: { install(version: number, options: { type: 'jre' | 'jdk'; installPath: string }): Promise<string> }
  export default njre
}
