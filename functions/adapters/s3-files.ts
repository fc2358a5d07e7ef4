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
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          // S3 itself refuses to replace a file that is there.
          IfNoneMatch: '*',
        }),
      );
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
