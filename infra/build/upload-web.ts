import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** What comes after all others, in this order. */
const last = ['index.html', 'service-worker.js'];

export interface WebFile {
  /** Path in the folder and in the bucket, with slashes. */
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

/**
 * Files of the built web app in the order of their upload: index.html after all it names, and last the service worker,
 * which would otherwise put the index.html of the release before into the cache of the new one. Files under `assets/` carry a hash in their name and are kept for a year; all others are asked for
 * each time.
 * @throws when a file is of a kind that browsers would have to guess.
 */
export function webFiles(folder: string): readonly WebFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort((one, other) => last.indexOf(one) - last.indexOf(other))
    .map((key) => {
      const contentType = types[extname(key)];
      if (contentType === undefined)
        throw new Error(`${key}: add the content type of ${extname(key)} files.`);
      const hashed = key.startsWith('assets/');
      return { key, contentType, cacheControl: hashed ? 'public, max-age=31536000, immutable' : 'no-cache' };
    });
}

/** Uploads the built web app. Older hashed files stay: a page that is open somewhere may still ask for them. */
export async function uploadWeb(
  client: Pick<S3Client, 'send'>,
  bucket: string,
  folder: string,
): Promise<void> {
  for (const { key, contentType, cacheControl } of webFiles(folder)) {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: readFileSync(join(folder, key)),
        ContentType: contentType,
        CacheControl: cacheControl,
      }),
    );
  }
}
