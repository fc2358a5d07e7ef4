import { rulesOn } from '#functions/app/district-rules.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import {
  claim,
  reflection,
  reminder,
  visit as visitEntity,
  visitMember,
} from '#functions/data/entities/visits.ts';
import { certificateFor, loadPeople } from '#functions/data/repositories/people.ts';
import { loadStandings } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import { remindersOfCompletion } from '#shared/domain/reminder/planning.ts';
import { completeVisit as decide } from '#shared/domain/visit/complete.ts';
import { requireVisit } from './require-visit.ts';
import { visitView } from './visit-view.ts';

/** Logs a visit: state, reflections owed, claims and reminders in one transaction. */
export const completeVisit: UseCase<'completeVisit'> = async ({ table }, context, { params, body }) => {
  const { visit, members } = await requireVisit(table, context, params.visitId);
  requireRev(visit, body.rev, 'visit');
  const [settings, standings, people] = await Promise.all([
    readSettings(table),
    loadStandings(table, visit),
    loadPeople(
      table,
      visit.team.map(({ personId }) => personId),
    ),
  ]);
  const { policy, fund, reminders } = rulesOn(settings, visit.localDate);
  const team = await Promise.all(
    people.map(async (person) => ({
      ...person,
      certificate: await certificateFor(table, person, visit.localDate),
    })),
  );
  const completed = decide(visit, {
    now: context.now,
    present: body.present,
    actualMinutes: body.actualMinutes,
    team,
    settings: policy,
    fund,
    years: settings.schoolYears,
    students: standings,
  });

  const work = table.begin('visit.completed', visit.visitId);
  const kept = work.update(visitEntity, visit, completed.visit);
  for (const before of members) {
    const after = completed.members.find(({ personId }) => personId === before.personId);
    if (after === undefined) work.remove(visitMember, before);
    else work.update(visitMember, before, after);
  }
  for (const before of standings) {
    const after = completed.students.find(({ studentId }) => studentId === before.studentId);
    if (after !== undefined) work.update(studentYear, before, after);
  }
  const reflections = completed.reflections.map((owed) => work.create(reflection, owed));
  const claims = completed.claims.map((line) => work.create(claim, line));
  const planned = remindersOfCompletion({ ...completed, settings: reminders, now: context.now });
  for (const one of planned) work.create(reminder, one);
  return work.commit(visitView(context, kept, reflections, claims));
};
