import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeWhole } from '#infra/local/services/json-file.ts';

const Secrets = z.object({
  /** The RSA key that signs tokens, as a private JWK. */
  signing: z.looseObject({
    kty: z.literal('RSA'),
    kid: z.string(),
    n: z.string(),
    e: z.string(),
    d: z.string(),
  }),
  cookieKey: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/** The keys of this data folder, made at its first start: tokens and sessions outlive a restart. */
export async function openSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, 'keys.json');
  const kept = await readJson(path);
  if (kept !== undefined) return Secrets.parse(kept);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(12).toString('base64url');
  const secrets = Secrets.parse({
    signing: { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' },
    cookieKey: randomBytes(32).toString('base64url'),
  });
  await writeWhole(path, JSON.stringify(secrets));
  return secrets;
}
