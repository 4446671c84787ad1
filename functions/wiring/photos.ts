import type { S3Event } from 'aws-lambda'
import { reEncode } from '../files/re-encode'
import { s3Objects } from '../files/s3-objects'
import { acceptPhoto } from '../use-cases/accept-photo'
import { readConfiguration } from './configuration'
import { contextOf } from './context'

const configuration = readConfiguration()
const context = contextOf(configuration)
const objects = s3Objects(configuration.bucket)

/** Called by the bucket for each object in quarantine/. */
export const handler = async (event: S3Event): Promise<void> => {
  for (const { s3 } of event.Records) await acceptPhoto(context, objects, reEncode, decodeURIComponent(s3.object.key.replaceAll('+', ' ')))
}
