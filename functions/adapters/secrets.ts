import { randomBytes } from 'node:crypto';

/** The secret of a link: 128 random bits, as 22 characters of base64url. */
export const newSecret = (): string => randomBytes(16).toString('base64url');
