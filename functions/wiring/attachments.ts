import type { S3Event } from 'aws-lambda'
import { checkPdf } from '../files/check-pdf'
import { s3Objects } from '../files/s3-objects'
import { acceptAttachment } from '../use-cases/accept-attachment'
import { readStage } from './configuration'
import { contextOf } from './context'

const stage = readStage()
const context = contextOf(stage)
const objects = s3Objects(stage.bucket)

/** Called by the bucket for each object in quarantine-files/; apart from photos for what reads PDFs. */
export const handler = async (event: S3Event): Promise<void> => {
  for (const { s3 } of event.Records) await acceptAttachment(context, objects, checkPdf, decodeURIComponent(s3.object.key.replaceAll('+', ' ')))
}
