import { contact } from '#functions/data/entities/contacts.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { ExampleIds } from './example-district.ts';

/** What lies between the visits of an example family: its hopes, and one time it was spoken to. */
export function addBetweenVisits(
  work: UnitOfWork,
  { fam, stu, per, con }: ExampleIds,
  { year, now, name, mark }: { year: string; now: string; name: string; mark: string },
): void {
  work.create(hopes, {
    familyId: fam,
    studentId: stu,
    year,
    words: `To build a bridge one day ${mark}`.trim(),
    writtenBy: per,
    writtenAt: now,
    changedByFamilyAt: null,
    status: 'shared',
  });
  work.create(contact, {
    contactId: con,
    familyId: fam,
    on: '2026-09-01',
    with: `Noor Rivera ${mark}`.trim(),
    how: 'phone',
    direction: 'to_family',
    line: 'A good word about the first week',
    askedForVisit: false,
    by: per,
    byName: name,
    addedAt: now,
  });
}
