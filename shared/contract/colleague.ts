import * as z from 'zod';
import { PersonId } from '../domain/ids.ts';
import { Certificate, PersonName } from '../domain/person/model.ts';

/** What a colleague needs to pick a partner, and no more. */
export const Colleague = z.object({
  personId: PersonId,
  name: PersonName,
  certificate: Certificate.nullable(),
  /** Has said yes to taking part: only then can they be asked (CP1). Who said no, and who never answered, look alike. */
  willing: z.boolean(),
});
