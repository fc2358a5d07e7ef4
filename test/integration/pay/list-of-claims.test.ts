import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listClaims } from '#functions/app/pay/list-claims.ts';
import type { ClaimStatus } from '#shared/domain/claim/model.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { approvedAt, submit } from '#test/support/pay-steps.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
const list = (
  scene: Scene,
  who: Who,
  status: ClaimStatus,
  page: { limit: number; cursor?: string; schoolId?: string } = { limit: 50 },
  schoolIds?: readonly string[],
) => {
  const { deps, context } = scene.as(who, approvedAt);
  const query = { status, ...page };
  const reader = schoolIds === undefined ? context : { ...context, schoolIds };
  return listClaims(deps, reader, { params: undefined, query, body: undefined });
};

describe('the list of claims', () => {
  async function threeVisits() {
    const scene = await openScene(engine);
    for (const [n, date] of [
      [2, '2026-09-28'],
      [3, '2026-09-29'],
    ] as const) {
      const { familyId, students } = await scene.addHousehold(n);
      const { visitId } = await visited(scene, { familyId, studentIds: students, date });
      await submit(scene, people.lead, visitId);
      await submit(scene, people.partner, visitId);
    }
    return scene;
  }

  test('holds one’s own schools for a coordinator, oldest first, and the district for who works for it', async () => {
    const scene = await threeVisits();
    const seen = await list(scene, people.coordinator, 'submitted');
    expect(seen.items.map(({ visitDate }) => visitDate)).toEqual([
      '2026-09-28',
      '2026-09-28',
      '2026-09-29',
      '2026-09-29',
    ]);
    expect((await list(scene, people.elmCoordinator, 'submitted')).items).toEqual([]);
    expect((await list(scene, people.payroll, 'submitted')).items).toHaveLength(4);
    await expect(
      list(scene, people.elmCoordinator, 'submitted', { limit: 50, schoolId: schools.oak }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('comes in pages without gap or repeat, over several schools', async () => {
    const scene = await threeVisits();
    const own = [schools.elm, schools.oak];
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = { limit: 3, ...(cursor === undefined ? {} : { cursor }) };
      const next = await list(scene, people.coordinator, 'submitted', page, own);
      found.push(...next.items.map(({ visitId, personId }) => `${visitId}/${personId}`));
      cursor = next.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toHaveLength(4);
    expect(new Set(found).size).toBe(4);
  });

  test('cannot be opened at another school by a changed cursor', async () => {
    const scene = await threeVisits();
    const { cursor } = await list(scene, people.coordinator, 'submitted', { limit: 1 });
    const page = { limit: 50, cursor: cursor ?? '' };
    await expect(list(scene, people.elmCoordinator, 'submitted', page)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const forged = { limit: 50, cursor: `${schools.elm}.${cursor?.split('.')[1]}` };
    await expect(list(scene, people.elmCoordinator, 'submitted', forged)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
