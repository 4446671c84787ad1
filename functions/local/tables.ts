import { CreateTableCommand, type CreateTableCommandInput, DescribeTableCommand, type DynamoDBClient, ResourceInUseException, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'

export interface TableResource {
  Type: string
  Properties: Record<string, unknown>
}

/** What DynamoDB Local refuses or ignores, and CloudFormation's own. */
const cloudOnly = ['TimeToLiveSpecification', 'PointInTimeRecoverySpecification', 'Tags', 'SSESpecification', 'DeletionProtectionEnabled', 'ContributorInsightsSpecification']

const inputOf = (properties: Record<string, unknown>, name: string): CreateTableCommandInput => {
  const input = Object.fromEntries(Object.entries(properties).filter(([key]) => !cloudOnly.includes(key)))
  const stream = input.StreamSpecification
  return {
    ...(input as unknown as CreateTableCommandInput),
    TableName: name,
    // CloudFormation leaves StreamEnabled out, the API wants it.
    ...(stream ? { StreamSpecification: { ...(stream as CreateTableCommandInput['StreamSpecification']), StreamEnabled: true } } : {}),
  }
}

export interface CreatedTable {
  name: string
  streamArn: string | undefined
}

/**
 * Creates the table a template's resource describes, unless it is there, and switches its time to live on.
 * @returns its name and its stream's name
 */
export const createTable = async (client: DynamoDBClient, resource: TableResource, name: string): Promise<CreatedTable> => {
  try {
    const { TableDescription } = await client.send(new CreateTableCommand(inputOf(resource.Properties, name)))
    const ttl = resource.Properties.TimeToLiveSpecification as { AttributeName: string; Enabled: boolean } | undefined
    if (ttl) await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: ttl }))
    return { name, streamArn: TableDescription?.LatestStreamArn }
  } catch (fault) {
    if (!(fault instanceof ResourceInUseException)) throw fault
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
    return { name, streamArn: Table?.LatestStreamArn }
  }
}
