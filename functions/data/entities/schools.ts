import { SchoolGoal } from '#shared/domain/coverage/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** What a school set itself for one year; announcements to its families lie in the same partition. */
export const schoolGoal = entity({
  type: 'schoolGoal',
  version: 1,
  schema: SchoolGoal,
  keys: (t, { schoolId, year }) => ({ pk: keys.ownSchool(t, schoolId), sk: keys.goal(year) }),
});
