import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Files } from '#functions/app/ports.ts';

const uploadSeconds = 15 * 60;
const downloadSeconds = 5 * 60;

/** The files bucket. What may be done with which key is up to the role of the function that runs this. */
export function s3Files(bucket: string, client: S3Client = new S3Client({})): Files {
  return {
    async uploadForm(key, maxBytes) {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Conditions: [['content-length-range', 1, maxBytes]],
        Expires: uploadSeconds,
      });
      return { url, fields };
    },

    async put(key, bytes, contentType) {
      try {
        // S3 itself refuses to replace a file that is there.
        const file = { Bucket: bucket, Key: key, Body: bytes, ContentType: contentType, IfNoneMatch: '*' };
        await client.send(new PutObjectCommand(file));
      } catch (error) {
        // The answer to a first try may have been lost: then the file is there already, and it is this one.
        if (!(error instanceof Error) || error.name !== 'PreconditionFailed') throw error;
        const there = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        const kept = await there.Body?.transformToByteArray();
        if (kept === undefined || Buffer.compare(kept, bytes) !== 0) throw error;
      }
    },

    async downloadLink(key, fileName) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
      });
      return getSignedUrl(client, command, { expiresIn: downloadSeconds });
    },
  };
}
