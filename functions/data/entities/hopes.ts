import { Hopes } from '#shared/domain/hopes/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** In the family's own partition: the family page, planning and the visit page read it with the household. */
export const hopes = entity({
  type: 'hopes',
  version: 1,
  schema: Hopes,
  keys: (t, { familyId, year, studentId }) => ({
    pk: keys.family(t, familyId),
    sk: keys.hopes(year, studentId),
  }),
});
