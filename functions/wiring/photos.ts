import type { S3Event } from 'aws-lambda'
import { reEncode } from '../files/re-encode'
import { s3Objects } from '../files/s3-objects'
import { acceptPhoto } from '../use-cases/accept-photo'
import { readStage } from './configuration'
import { contextOf } from './context'

const stage = readStage()
const context = contextOf(stage)
const objects = s3Objects(stage.bucket)

/** Called by the bucket for each object in quarantine/. */
export const handler = async (event: S3Event): Promise<void> => {
  for (const { s3 } of event.Records) await acceptPhoto(context, objects, reEncode, decodeURIComponent(s3.object.key.replaceAll('+', ' ')))
}
