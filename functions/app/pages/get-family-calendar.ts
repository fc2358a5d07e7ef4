import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadSchools } from '#functions/data/repositories/people.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { mailLanguageOf } from '#functions/email/mail-language.ts';
import { openPage } from './open-page.ts';
import { ownVisit } from './own-visit.ts';

/**
 * A scheduled visit as a file for the phone's own calendar, or one that was cancelled as the file that takes it out
 * again: whoever said no gets no mail any more that would. What writes calendars is loaded with the first file that is
 * asked for: it would add a sixth to the start of every page.
 */
export const getFamilyCalendar: UseCase<'getFamilyCalendar'> = async ({ table }, context, { params }) => {
  const page = await openPage(table, context, recentSettings(table));
  const { visit } = await ownVisit(table, page, params.visitId);
  if (visit.status !== 'scheduled' && visit.status !== 'cancelled') throw notFound('visit');
  const method = visit.status === 'scheduled' ? 'PUBLISH' : 'CANCEL';
  const [school] = await loadSchools(table, [visit.schoolId]);
  const { familyCalendar } = await import('../../email/family-calendar.ts');
  return familyCalendar({
    method,
    visit,
    language: mailLanguageOf(page.file.family.language),
    schoolName: school?.name ?? page.settings.district.name,
    organizer: null,
    attendee: null,
    now: context.now,
  });
};
