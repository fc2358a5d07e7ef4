import { linkEnded } from '#functions/app/errors.ts';
import { hashOfSecret, sameHash } from '#functions/app/secret-links.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { preferences, unsubscribeLink } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';

/** One click in a mail stops seasonal prompts (RFC 8058, I37); doing it twice is once. */
export const unsubscribe: UseCase<'unsubscribe'> = async ({ table }, { districtId, subject, secret }) => {
  const hash = hashOfSecret(secret);
  const key = { pk: keys.person(districtId, subject), sk: keys.unsubscribe(hash) };
  const link = await table.get(unsubscribeLink, key);
  if (link === undefined || !sameHash(link.hash, hash)) throw linkEnded();
  const work = table.begin('person.unsubscribed', subject);
  work.save(preferences, { personId: subject, seasonalPrompts: false });
  return work.commit({ done: true as const });
};
