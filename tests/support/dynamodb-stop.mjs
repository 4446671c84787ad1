export default async () => {
  await globalThis.testDatabase?.stop()
}
