import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

/** Objects as the photos function needs them. */
export interface Objects {
  /** undefined: there is none (a redelivery after it was moved). */
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, body: Uint8Array, contentType: string): Promise<void>
  delete(key: string): Promise<void>
}

/** Objects as whoever only writes them needs them. */
export const s3Writer = (bucket: string, client = new S3Client({})): Pick<Objects, 'put'> => ({
  put: async (key, Body, ContentType) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentType }))
  },
})

/** Objects as whoever reads and writes them, and takes none away, needs them. */
export const s3Store = (bucket: string, client = new S3Client({})): Pick<Objects, 'get' | 'put'> => ({
  ...s3Writer(bucket, client),
  get: async (key) => {
    try {
      return await (await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
})

export const s3Objects = (bucket: string, client = new S3Client({})): Objects => ({
  ...s3Store(bucket, client),
  delete: async (key) => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
  },
})
