import { rulesOn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { proposeVisit as decide } from '#shared/domain/visit/propose.ts';
import { DayBooks, whoseHour } from './day-books.ts';
import { keepStandings, keepVisit } from './keep-visit.ts';
import { loadProposal } from './load-proposal.ts';
import { tellTeam } from './tell.ts';
import { visitView } from './visit-view.ts';

/** Arranges a visit with a family of one's school: the lead has said yes, everybody else of the team is asked. */
export const proposeVisit: UseCase<'proposeVisit'> = async ({ table, newId }, context, { body }) => {
  const settings = await readSettings(table);
  const { family, facts } = await loadProposal(table, context, settings, rulesOn(settings, body.date), body);
  // Said after the yes: who wants to be left alone is not visited, while what took place may still be written down.
  refuseUnless(!family.family.doNotContact, 'family.do_not_contact');
  const { visit, students } = decide(body, { ...facts, visitId: newId('vis') });
  const hours = await DayBooks.open(table, whoseHour(visit), [visit.localDate]);
  hours.book(whoseHour(visit), visit, context.personId);

  const work = table.begin('visit.proposed', visit.visitId);
  const kept = keepVisit(work, null, visit);
  keepStandings(work, family.standings, students);
  hours.keep(work);
  tellTeam(work, null, visit, context.personId);
  return work.commit(visitView(context, kept, [], []));
};
