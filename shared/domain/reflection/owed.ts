import type { PolicySettings } from '../policy/model.ts';
import { addBusinessDays } from '../time/business-days.ts';
import type { Visit } from '../visit/model.ts';
import { countsAsVisitor, type Visitor } from '../visit/team.ts';
import type { Reflection } from './model.ts';

/**
 * What a completed visit asks of those who were there: each visitor owes exactly one reflection per student
 * (I18), due so many business days of the district's calendar after the visit's local date (I19).
 */
export function reflectionsOwed(
  visit: Visit,
  present: readonly Visitor[],
  settings: PolicySettings,
  holidays: readonly string[],
): Reflection[] {
  const dueOn = addBusinessDays(visit.localDate, settings.reflectionDueBusinessDays, holidays);
  return present
    .filter((visitor) => countsAsVisitor(visitor, settings))
    .flatMap(({ personId }) =>
      visit.students.map(({ studentId, givenName }) => ({
        visitId: visit.visitId,
        studentId,
        personId,
        givenName,
        year: visit.year,
        status: 'owed' as const,
        dueOn,
        version: 0,
        together: false,
        lookBackOn: null,
        lookedBackAt: null,
      })),
    );
}
