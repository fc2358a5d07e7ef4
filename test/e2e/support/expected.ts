/** What must come out at the end, worked out from the input. */
import { expect } from 'vitest';
import type { Answer } from '#shared/contract/client.ts';
import { instantAt } from '#shared/domain/time/zoned.ts';
import { peopleByEmail } from './by-request.ts';
import { type Cast, school } from './larkspur.ts';
import { type Letter, type Stage, zone } from './stage.ts';

/** What payroll must get: one line for each of the two, by person, after the header. */
export async function fileOfBoth(stage: Stage, cast: Cast, visitDay: string): Promise<string> {
  const { admin, rosa, chidi, coordinator } = cast;
  const people = await peopleByEmail(stage.api(admin.email));
  const claimOf = async (email: string): Promise<Answer<'listMyClaims'>['items'][number]> => {
    const { items } = await stage.api(email)('listMyClaims', { query: {} });
    const [claim] = items;
    if (claim === undefined || items.length !== 1) throw new Error(`${email} has ${items.length} claims`);
    return claim;
  };
  const lines = await Promise.all(
    [rosa, chidi].map(async ({ name, email }) => {
      const { visitId, personId } = await claimOf(email);
      const number = people.get(email)?.employeeId;
      const cells = [number, name, school, visitDay, 'flat', '0.00', '20.00', '20.00', '10-2190'];
      return { personId, line: [...cells, coordinator.name, `${visitId}/${personId}`].join(',') };
    }),
  );
  lines.sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const header =
    'Employee ID,Name,School,Visit date,Pay kind,Hours,Rate,Amount,Account code,Approved by,Claim';
  return `${[header, ...lines.map(({ line }) => line)].join('\r\n')}\r\n`;
}

/**
 * The mail that puts a visit at home, at 16:30 on that day, into the calendars of these people: it names the team, and
 * neither the family nor the address.
 */
export function expectVisitInCalendar(
  letter: Letter | undefined,
  day: string,
  team: readonly { readonly email: string }[],
  family: string,
): void {
  expect(letter?.subject).toMatch(/^Visit on .* with the family of Mina$/);
  expect(letter?.raw).toMatch(/content-type: text\/calendar;[^:]*method=REQUEST/i);
  const entry = (letter?.calendar ?? '').replace(/\r\n[ \t]/g, '');
  expect(entry).toContain('METHOD:REQUEST');
  expect(entry).toContain('STATUS:CONFIRMED');
  expect(entry).toContain('LOCATION:at the family’s home\r\n');
  expect(entry).toContain(`DTSTART:${inUtc(day, '16:30')}\r\n`);
  for (const one of team) expect(entry.toLowerCase()).toContain(`mailto:${one.email}`);
  expect(`${letter?.text}${entry}`).not.toContain(family);
  expect(letter?.text).toContain('The address stays in Porchlight.');
}

/** A wall-clock time of the district as calendars write instants. */
function inUtc(day: string, time: string): string {
  return (instantAt(day, time, zone) ?? '').replace(/[-:]|\.\d+/g, '');
}
