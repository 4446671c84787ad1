import { readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'
import { parse } from 'yaml'

/** The grants of serverless.yml against what is left of each function's code after bundling: nothing missing, nothing too much. */
interface Grant {
  Resource: string
  Action: string[] | string
}
const template = parse(readFileSync('serverless.yml', 'utf8'), { logLevel: 'error' }) as { functions: Record<string, { handler: string; iamRoleStatements: Grant[] }> }
/** In the bundle, never called: policy and organisations come with every context, and accepting a photo or a scan asks for neither. */
const idle: Record<string, string[]> = { photos: ['dynamodb:Query'], attachments: ['dynamodb:Query'] }

const actionOf: Record<string, string> = {
  GetCommand: 'dynamodb:GetItem', BatchGetCommand: 'dynamodb:BatchGetItem', QueryCommand: 'dynamodb:Query', ScanCommand: 'dynamodb:Scan', PutCommand: 'dynamodb:PutItem', UpdateCommand: 'dynamodb:UpdateItem',
  DeleteCommand: 'dynamodb:DeleteItem', BatchWriteCommand: 'dynamodb:BatchWriteItem', GetObjectCommand: 's3:GetObject', PutObjectCommand: 's3:PutObject', DeleteObjectCommand: 's3:DeleteObject', SignCommand: 'kms:Sign', GetPublicKeyCommand: 'kms:GetPublicKey',
}
/** A transaction needs what its parts need. */
const partOf: Record<string, string> = { Put: 'dynamodb:PutItem', Update: 'dynamodb:UpdateItem', Delete: 'dynamodb:DeleteItem', ConditionCheck: 'dynamodb:ConditionCheckItem' }

const used = (handler: string): string[] => {
  const { outputFiles } = buildSync({ entryPoints: [`${handler.split('.')[0]}.ts`], bundle: true, write: false, format: 'esm', platform: 'node', packages: 'external', logLevel: 'silent' })
  const code = outputFiles[0]?.text ?? ''
  const actions = [...code.matchAll(/new (\w+Command)\(/g)].flatMap(([, command = '']) => {
    if (command === 'TransactWriteCommand') return [...code.matchAll(/\b(Put|Update|Delete|ConditionCheck): ?\{/g)].map(([, part = '']) => partOf[part] ?? part)
    return [actionOf[command] ?? `unknown: ${command}`]
  })
  if (code.includes('createPresignedPost(')) actions.push('s3:PutObject')
  // S3 says "no such key" only to whoever may list; to others a missing object is "access denied".
  if (code.includes('instanceof NoSuchKey')) actions.push('s3:ListBucket')
  return [...new Set(actions)].sort()
}
const granted = (statements: Grant[]): string[] => [...new Set(statements.flatMap(({ Action }) => Action))].filter((action) => !action.startsWith('sqs:')).sort()

test.each(Object.entries(template.functions))('%s is granted what its code uses, and no more', (name, { handler, iamRoleStatements }) => {
  expect(granted(iamRoleStatements)).toEqual(used(handler).filter((action) => !idle[name]?.includes(action)))
})

interface Alarm { Properties: { Metrics?: { MetricStat?: { Metric: { MetricName: string; Dimensions: { Value: string }[] } } }[] } }
const alarms = Object.values((parse(readFileSync('serverless.yml', 'utf8'), { logLevel: 'error' }) as { resources: { Resources: Record<string, Alarm & { Type: string }> } }).resources.Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')

test.each(['Errors', 'Throttles'])('an alarm rings for the %s of every function, and none has more than the ten metrics that one may have', (name) => {
  const metrics = alarms.map(({ Properties }) => (Properties.Metrics ?? []).flatMap(({ MetricStat }) => (MetricStat?.Metric.MetricName === name ? [MetricStat.Metric.Dimensions[0]?.Value.split('}-').at(-1)] : [])))
  expect(Math.max(...metrics.map((of) => of.length))).toBeLessThanOrEqual(10)
  expect(metrics.flat().sort()).toEqual(Object.keys(template.functions).sort())
})
