import { idsOfA } from '#test/support/two-districts.ts';
import type { Ask } from './use-case-cost.ts';

/** Whom to invite next, letters, and what is mended of a home. */
export async function homes(ask: Ask): Promise<void> {
  const { cls, sch, fam, gua } = idsOfA;
  await ask('getClassQueue', 'educator', { classId: cls });
  await ask('getSchoolQueue', 'coordinator', { schoolId: sch });
  await ask('makeClassLetters', 'educator', { classId: cls }, { body: { familyIds: [fam] } });
  await ask('makeFamilyLetter', 'educator', { familyId: fam }, { body: {} });
  const { family, guardians } = await ask('getFamily', 'educator', { familyId: fam });
  const params = { familyId: fam, guardianId: gua };
  await ask('changeFamily', 'educator', { familyId: fam }, { body: { rev: family.rev, language: 'so' } });
  const body = { rev: guardians[0]?.rev, phone: '303 555 0142' };
  await ask('changeGuardian', 'educator', params, { body });
}
