import { rulesOn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { visit as visitEntity, visitMember } from '#functions/data/entities/visits.ts';
import { loadFamily } from '#functions/data/repositories/families.ts';
import { certificateFor, loadPeople } from '#functions/data/repositories/people.ts';
import { readSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { scheduleVisit as decide } from '#shared/domain/visit/schedule.ts';
import { visitView } from './visit-view.ts';

/** Arranges a visit with a family of one's school; everyone in the team gets a calendar invitation. */
export const scheduleVisit: UseCase<'scheduleVisit'> = async ({ table, newId }, context, { body }) => {
  const settings = await readSettings(table);
  const { year, policy } = rulesOn(settings, body.date);
  const [family, people] = await Promise.all([
    loadFamily(table, body.familyId, year.year),
    loadPeople(table, [context.personId, ...body.partnerIds]),
  ]);
  if (family === undefined) throw notFound('family');
  const chosen = family.standings.filter(({ studentId }) => body.studentIds.includes(studentId));
  const familySchools = family.standings.map(({ schoolId }) => schoolId);
  if (!reachesSchool(context, 'visit:schedule', familySchools)) throw notFound('family');

  const visitors = await Promise.all(
    [context.personId, ...body.partnerIds].map(async (personId) => {
      const person = people.find((one) => one.personId === personId);
      const near = person?.schoolIds.some(
        (id) => context.schoolIds.includes(id) || familySchools.includes(id),
      );
      refuseUnless(person !== undefined && near === true, 'visit.partner_elsewhere');
      return { ...person, certificate: await certificateFor(table, person, body.date) };
    }),
  );
  const [lead, ...partners] = visitors;
  refuseUnless(lead !== undefined, 'visit.partner_elsewhere');

  const schoolOfVisit = chosen.find(({ schoolId }) => context.schoolIds.includes(schoolId)) ?? chosen[0];
  refuseUnless(schoolOfVisit !== undefined, 'visit.student_not_in_family');
  const scheduled = decide(body, {
    visitId: newId('vis'),
    now: context.now,
    timeZone: settings.district.timeZone,
    year,
    settings: policy,
    invitation: family.invitation?.status ?? 'not_invited',
    students: family.standings,
    schoolId: schoolOfVisit.schoolId,
    lead,
    partners,
  });

  const { visitId, sequence } = scheduled.visit;
  const work = table.begin('visit.scheduled', visitId);
  const kept = work.create(visitEntity, scheduled.visit);
  for (const member of scheduled.members) {
    work.create(visitMember, member);
    work.message({ kind: 'visit_scheduled', personId: member.personId, visitId, sequence });
  }
  for (const before of family.standings) {
    const after = scheduled.students.find(({ studentId }) => studentId === before.studentId);
    if (after !== undefined) work.update(studentYear, before, after);
  }
  return work.commit(visitView(context, kept, [], []));
};
