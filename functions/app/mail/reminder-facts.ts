import { type FamilyFile, loadFamily } from '#functions/data/repositories/families.ts';
import { certificateFor, type StoredPerson } from '#functions/data/repositories/people.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { certifiedOn } from '#shared/domain/person/certification.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import type { ReminderFacts } from '#shared/domain/reminder/still-needed.ts';

/** So many Queries at once: one busy person does not take the table's whole throughput. */
const atOnce = 8;

async function readEach<Value>(
  names: readonly string[],
  read: (name: string) => Promise<Value | undefined>,
): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  const distinct = [...new Set(names)];
  for (let start = 0; start < distinct.length; start += atOnce)
    await Promise.all(
      distinct.slice(start, start + atOnce).map(async (name) => {
        const value = await read(name);
        if (value !== undefined) found.set(name, value);
      }),
    );
  return found;
}

/**
 * Reads again, just before sending, what each reminder is about (I33): one Query per visit and one per family and
 * year. Reflections' words are never among it (I20).
 */
export async function readFacts<R extends Reminder>(
  table: DistrictTable,
  settings: Settings,
  reader: Pick<ReminderFacts, 'today' | 'seasonalPrompts' | 'takesNoPart'> & {
    readonly person: StoredPerson;
  },
  reminders: readonly R[],
): Promise<{ reminder: R; facts: ReminderFacts }[]> {
  const visits = await readEach<VisitFile>(
    reminders.flatMap(({ visitId }) => (visitId === null ? [] : [visitId])),
    (visitId) => loadVisit(table, visitId),
  );
  const households = [...visits.values()].map(({ visit }) => `${visit.familyId} ${visit.year}`);
  const families = await readEach<FamilyFile>(households, (name) => {
    const [familyId = '', year = ''] = name.split(' ');
    return loadFamily(table, familyId, year);
  });
  const { person, ...wishes } = reader;
  // A present certificate that holds the day needs no read.
  const days = reminders.flatMap(({ rule, visitId }) => {
    const day = visits.get(visitId ?? '')?.visit.localDate;
    return rule === 'claim_due' && day !== undefined ? [day] : [];
  });
  const held = await readEach(days, async (day) =>
    certifiedOn(await certificateFor(table, person, day), day),
  );
  return reminders.map((reminder) => {
    const file = visits.get(reminder.visitId ?? '');
    const family = file && families.get(`${file.visit.familyId} ${file.visit.year}`);
    const own = (row: { studentId?: string; personId: string }) =>
      row.personId === reminder.personId &&
      (row.studentId === undefined || row.studentId === reminder.studentId);
    return {
      reminder,
      facts: {
        ...wishes,
        certificate: person.certificate,
        certifiedThen: held.get(file?.visit.localDate ?? '') ?? false,
        visit: file?.visit ?? null,
        reflection: file?.reflections.find(own) ?? null,
        claim: file?.claims.find(({ personId }) => personId === reminder.personId) ?? null,
        studentYear: family?.standings.find(({ studentId }) => studentId === reminder.studentId) ?? null,
        invitation: family?.invitation?.status ?? 'not_invited',
        doNotContact: family?.family.doNotContact ?? false,
        schoolYear: settings.schoolYears.find(({ year }) => year === file?.visit.year) ?? null,
      },
    };
  });
}
