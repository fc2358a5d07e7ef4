import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RosterIds } from '#functions/app/roster/roster-ids.ts';
import { readUploadKey, uploadKey } from '#functions/app/roster/upload-key.ts';
import { ClassId, FamilyId, GuardianId, PersonId, SchoolId, StudentId } from '#shared/domain/ids.ts';
import { districtA, districtB } from '#test/support/district.ts';

const ids = new RosterIds(districtA);

describe('an id that follows from the district’s own', () => {
  it('has the form of every other id, whatever the source', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (source) => {
        for (const [schema, id] of [
          [SchoolId, ids.school(source)],
          [PersonId, ids.person(source)],
          [StudentId, ids.student(source)],
          [FamilyId, ids.family(source)],
          [GuardianId, ids.guardian(ids.family('1'), source)],
          [ClassId, ids.class('2026-27', source)],
        ] as const)
          expect(schema.safeParse(id).success).toBe(true);
      }),
    );
  });

  it('is the same for ever: rosters of other years must find what is here', () => {
    expect(ids.student('13001')).toBe('stu_41K5K3SZD1PNK1ARXH4C8W1QMS');
    expect(ids.class('2026-27', '11001')).toBe('cls_6TW7W12N3EJHJ0PVZZAB5GB5XV');
  });

  it('differs between districts, kinds and years', () => {
    const other = new RosterIds(districtB);
    expect(other.student('1')).not.toBe(ids.student('1'));
    expect(ids.student('1').slice(4)).not.toBe(ids.person('1').slice(4));
    expect(ids.class('2027-28', '1')).not.toBe(ids.class('2026-27', '1'));
  });
});

describe('the key of an upload', () => {
  const importId = 'imp_01JD3M8Q4V0000000000000001';
  it('names its district and import', () => {
    expect(readUploadKey(uploadKey(districtA, importId))).toEqual({ districtId: districtA, importId });
  });

  it.each([
    'rosters/x/y.zip',
    `rosters/${districtA}/${importId}.csv`,
    `exports/${districtA}/${importId}.zip`,
    `rosters/${districtA}/../${importId}.zip`,
    '',
  ])('is not read out of %s', (key) => {
    expect(readUploadKey(key)).toBeNull();
  });
});
