import { idsOfA } from '#test/support/two-districts.ts';
import type { Ask } from './use-case-cost.ts';

/** What follows a later visit, and what lies between the visits: reflections, looking back, hopes, contacts. */
export async function betweenVisits(ask: Ask, visitId: string): Promise<void> {
  const { fam, stu, per } = idsOfA;
  const own = { visitId, studentId: stu };
  const { reflection } = await ask('getMyReflection', 'educator', own);
  await ask('writeReflection', 'educator', own, {
    body: {
      words: {
        answers: [{ shift: 'interests', text: 'Loves to build things.' }],
        apply: 'More building in science.',
      },
      together: true,
      rev: reflection.rev,
    },
  });
  await ask('takeOverReflection', 'partner', own, { body: { from: per, rev: 1 } });
  const lookBack = { how: 'helped', text: 'Three of them built a bridge.' };
  await ask('writeLookBack', 'educator', own, { body: { lookBack, rev: reflection.rev + 1 } });
  await ask('listReflectionVersions', 'educator', own);
  await ask('getHopes', 'educator', { familyId: fam });
  const child = { familyId: fam, studentId: stu };
  await ask('writeHopes', 'educator', child, { body: { words: 'To build a bridge one day', rev: 1 } });
  const spoke = { with: 'Noor Rivera', how: 'phone', direction: 'to_family', line: 'A good word home' };
  const entry = { ...spoke, on: '2026-09-01', askedForVisit: false };
  const { contactId, on: day } = await ask('addContact', 'educator', { familyId: fam }, { body: entry });
  await ask('listContacts', 'educator', { familyId: fam });
  const written = { familyId: fam, day, contactId };
  await ask('correctContact', 'educator', written, { body: { ...spoke, rev: 1 } });
  await ask('removeContact', 'educator', written, { body: { rev: 2 } });
  await ask('getPreparation', 'educator', { visitId });
  const wants = { words: 'Reading at home', rev: 0 };
  await ask('setFamilyWants', 'educator', { visitId }, { body: wants });
}
