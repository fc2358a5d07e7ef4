import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { CapacityMeter } from '#functions/data/capacity.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { visit as visitEntity, visitMember } from '#functions/data/entities/visits.ts';
import { type Item, toItem } from '#functions/data/entity.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { memberLines } from '#shared/domain/visit/members.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { districtA, policyWith, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { idOf, openScene, schools } from '#test/support/school-scene.ts';
import { walkAYear } from './walk-a-year.ts';

/** What one command asks of the table, in capacity units, in a district with so many visits. */
export interface ScaleFigure {
  readonly visits: number;
  readonly command: string;
  readonly read: number;
  readonly write: number;
}

/**
 * Walks one family's year in districts that already hold so many visits, of one school, and counts the capacity of each
 * command: it must not grow with the district.
 */
export async function measureScale(sizes: readonly number[]): Promise<ScaleFigure[]> {
  const engine = await startEngine();
  try {
    const meter = meterOf(engine);
    const figures: ScaleFigure[] = [];
    for (const visits of sizes) {
      const tableName = await engine.newTable('without stream');
      const scene = await openScene(engine, policyWith(), tableName);
      await fill(engine, scene.tableName, visits);
      await walkAYear(scene, async (command, run) => {
        meter.read = 0;
        meter.write = 0;
        const answer = await run();
        figures.push({ visits, command, read: meter.read, write: meter.write });
        return answer;
      });
    }
    return figures;
  } finally {
    await engine.stop();
  }
}

/** Counts what every call of the engine's client consumes. */
function meterOf({ client }: Engine): CapacityMeter {
  const meter = new CapacityMeter();
  const send = client.send.bind(client) as (command: object) => Promise<{ ConsumedCapacity?: never }>;
  client.send = (async (command: object) => {
    const answer = await send(command);
    const writes = /Transact|Put|Update|Delete/.test(command.constructor.name);
    meter.count(writes ? 'write' : 'read', answer.ConsumedCapacity);
    return answer;
  }) as typeof client.send;
  return meter;
}

/** Visits of other families by other people, of the same school and year, each with its team and its student. */
async function fill(engine: Engine, tableName: string, visits: number): Promise<void> {
  const stamp = { at: '2026-09-01T15:00:00.000Z', by: 'bench' };
  let items: Item[] = [];
  const write = async () => {
    for (let start = 0; start < items.length; start += 100)
      await Promise.all(
        [0, 25, 50, 75]
          .map((offset) => items.slice(start + offset, start + offset + 25))
          .filter((some) => some.length > 0)
          .map((some) =>
            engine.client.send(
              new BatchWriteCommand({
                RequestItems: { [tableName]: some.map((Item) => ({ PutRequest: { Item } })) },
              }),
            ),
          ),
      );
    items = [];
  };
  for (let n = 1; n <= visits; n += 1) {
    const visit = visitNumber(n);
    items.push(toItem(visitEntity, districtA, visit, 1, stamp));
    for (const line of memberLines(visit)) items.push(toItem(visitMember, districtA, line, 1, stamp));
    items.push(toItem(studentYear, districtA, standingOf(visit), 1, stamp));
    if (items.length >= 4_000) await write();
  }
  await write();
}

const number = (prefix: string, n: number) => idOf(prefix, 500_000 + n);

/** Visit `n`: so many families, and a pair of so many people that nobody has more than a few dozen. */
function visitNumber(n: number): Visit {
  const personId = (offset: number) => number('per', ((2 * n) % 5_000) + offset);
  const day = String((n % 28) + 1).padStart(2, '0');
  return {
    visitId: number('vis', n),
    familyId: number('fam', n),
    schoolId: schools.oak,
    year: year2026.year,
    status: 'closed',
    type: 'home',
    place: null,
    startsAt: `2026-09-${day}T22:00:00.000Z`,
    minutes: 40,
    timeZone: 'America/Chicago',
    localDate: `2026-09-${day}`,
    students: [{ studentId: number('stu', n), givenName: 'Uma', number: 1 }],
    team: [0, 1].map((offset) => ({
      personId: personId(offset),
      name: 'Somebody Else',
      lead: offset === 0,
      as: 'educator' as const,
      answer: 'yes' as const,
    })),
    scheduledAt: '2026-08-20T15:00:00.000Z',
    sequence: 1,
    lastSequence: 1,
    stoodSince: 1,
    completedAt: `2026-09-${day}T23:00:00.000Z`,
    closedAt: `2026-09-${day}T23:30:00.000Z`,
    late: null,
    ended: null,
    confirmedAt: null,
    otherTimeAskedAt: null,
    actualMinutes: 40,
    beforeSchoolStarts: false,
  };
}

function standingOf({ visitId, familyId, schoolId, year, localDate, students }: Visit): StudentYear {
  return {
    studentId: students[0]?.studentId ?? '',
    familyId,
    schoolId,
    year,
    givenName: 'Uma',
    familyName: `Household ${familyId.slice(-6)}`,
    invitation: 'accepted',
    askedByFamily: false,
    doNotContact: false,
    visits: [{ visitId, status: 'completed', on: localDate }],
  };
}
