import { createHash, timingSafeEqual } from 'node:crypto';
import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { preferences, unsubscribeLink } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';

/** The stored form of a link's secret: reading the table does not give the link away. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** One click in a mail stops seasonal prompts (RFC 8058, I37); doing it twice is once. */
export const unsubscribe: UseCase<'unsubscribe'> = async ({ table }, { districtId, subject, secret }) => {
  const hash = hashOfSecret(secret);
  const key = { pk: keys.person(districtId, subject), sk: keys.unsubscribe(hash) };
  const link = await table.get(unsubscribeLink, key);
  if (link === undefined || !timingSafeEqual(Buffer.from(link.hash), Buffer.from(hash)))
    throw notFound('link');
  const work = table.begin('person.unsubscribed', subject);
  work.save(preferences, { personId: subject, seasonalPrompts: false });
  return work.commit({ done: true as const });
};
