import { expect, test } from 'vitest';
import { DistrictId, VisitId } from '#shared/domain/ids.ts';

test('a district id is lower case and opaque; a name is refused', () => {
  expect(DistrictId.safeParse('t_01jd3m8q4v0000000000000000').success).toBe(true);
  expect(DistrictId.safeParse('t_springfield').success).toBe(false);
  expect(VisitId.safeParse('t_01jd3m8q4v0000000000000000').success).toBe(false);
});
