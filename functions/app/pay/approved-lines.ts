import { claim } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPeople, loadSchools } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { inFileOrder, type PayLine, payLineOf } from '#shared/domain/claim/pay-line.ts';

/** Claims read at a time. */
const pageSize = 500;

/** Every approved claim of visits up to and including a local day, as lines in the order of the payroll file. */
export async function approvedLines(table: DistrictTable, through: string): Promise<PayLine[]> {
  const { districtId } = table.context;
  const range = { index: 'gsi2', pk: keys.claims(districtId, 'approved') } as const;
  const found: { pk: string; sk: string }[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await table.queryPage(range, { limit: pageSize, cursor: cursor ?? undefined });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  // An index lags behind its table: a claim that was paid a moment ago may still be listed as approved.
  const claims = readAll(claim, await table.getMany(found)).filter(
    ({ status, visitDate }) => status === 'approved' && visitDate <= through,
  );
  const [people, schools] = await Promise.all([
    loadPeople(
      table,
      claims.flatMap(({ personId, approvedBy }) => [personId, approvedBy ?? personId]),
    ),
    loadSchools(
      table,
      claims.map(({ schoolId }) => schoolId),
    ),
  ]);
  const person = new Map(people.map((one) => [one.personId, one]));
  const school = new Map(schools.map((one) => [one.schoolId, one]));
  return inFileOrder(
    claims.map((line) =>
      payLineOf(line, {
        employeeId: person.get(line.personId)?.employeeId ?? null,
        school: school.get(line.schoolId)?.name ?? '',
        approvedBy: person.get(line.approvedBy ?? '')?.name ?? '',
      }),
    ),
  );
}
