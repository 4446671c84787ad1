import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Files } from '../use-cases/context'

const uploadSeconds = 600
const readSeconds = 300

/** Presigned forms and links. The policy names the key, the type and the most bytes: S3 refuses anything else. Signing needs no call. */
export const s3Files = (bucket: string, client = new S3Client({})): Files => ({
  presignUpload: async (key, contentType, mostBytes) => {
    const { url, fields } = await createPresignedPost(client, {
      Bucket: bucket, Key: key, Expires: uploadSeconds, Fields: { 'Content-Type': contentType },
      Conditions: [['content-length-range', 1, mostBytes], ['eq', '$Content-Type', contentType]],
    })
    return { url, fields }
  },
  presignRead: (key, saveAs) => {
    const ResponseContentDisposition = saveAs === undefined ? undefined : `inline; filename*=UTF-8''${encodeURIComponent(saveAs)}`
    return getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition }), { expiresIn: readSeconds })
  },
})
