import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from './root'
import type { TableResource } from './tables'

/** The one table as serverless.yml declares it: what runs here is what is deployed. */
export const tableResource = (): TableResource => {
  // CloudFormation's own tags (!Sub, !GetAtt) mean nothing here; they stay plain values.
  const template = parse(readFileSync(join(root, 'serverless.yml'), 'utf8'), { logLevel: 'error' }) as { resources: { Resources: Record<string, TableResource> } }
  const table = Object.values(template.resources.Resources).find((resource) => resource.Type === 'AWS::DynamoDB::Table')
  if (!table) throw new Error('serverless.yml declares no table.')
  return table
}
