/**
 * In a bundle this stands for the AWS SDK's event streams (serverless.yml, custom.esbuild.alias), half of its core, which nothing here uses. The S3 client
 * asks for them when it is made, the rest only where an answer is a stream.
 */
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config
export const eventStreamSerdeProvider = (): undefined => undefined
export class EventStreamSerde {
  constructor() {
    throw new Error('Event streams are not part of this bundle')
  }
}
