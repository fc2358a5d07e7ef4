import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { downloadPayBatch } from '#functions/app/pay/download-pay-batch.ts';
import { listPayBatches } from '#functions/app/pay/list-pay-batches.ts';
import { claim } from '#functions/data/entities/visits.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { approve, close, closedAt, filesInMemory, sha256, submit } from '#test/support/pay-steps.ts';
import { idOf, openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };

async function approvedVisit(scene: Scene) {
  const { visitId } = await visited(scene);
  for (const who of [people.lead, people.partner])
    await approve(scene, people.coordinator, await submit(scene, who, visitId));
  return visitId;
}

/** Approved claims of as many visits, as a month of a large district has them. */
async function manyApproved(scene: Scene, count: number): Promise<void> {
  for (let from = 0; from < count; from += 50) {
    const table = systemTable(engine.client, scene.tableName, '2026-10-20T15:00:00.000Z');
    const work = table.begin('claims.added', 'many');
    for (let n = from; n < Math.min(count, from + 50); n += 1)
      work.create(claim, {
        visitId: idOf('vis', 1_000 + n),
        personId: people.lead.personId,
        personName: people.lead.name,
        schoolId: schools.oak,
        year: '2026-27',
        status: 'approved',
        visitDate: '2026-10-01',
        rule: { kind: 'flat', cents: 2_000, per: 'event' },
        units: 1,
        hundredthsOfHour: 0,
        cents: 2_000,
        fundId: idOf('fnd', 1),
        accountCode: '001',
        dueOn: '2026-10-15',
        submittedAt: closedAt,
        approvedBy: people.coordinator.personId,
        approvedAt: closedAt,
        returnedBecause: null,
        batchId: null,
      });
    await work.commit(null);
  }
}
const statuses = async (scene: Scene) => {
  const all = (await scene.items('claim')).map(({ data }) => `${data['status']} ${data['batchId']}`);
  return [...new Set(all)];
};
const batches = async (scene: Scene) => (await scene.items('payBatch')).map(({ data }) => data);

/** The engine answers as ever until the given write transaction, which fails as when the function dies there. */
function dieAt(transaction: number) {
  const send = engine.client.send.bind(engine.client);
  let seen = 0;
  return vi.spyOn(engine.client, 'send').mockImplementation(((command: never) => {
    if ((command as object) instanceof TransactWriteCommand) {
      seen += 1;
      if (seen >= transaction) return Promise.reject(new Error('the function died'));
    }
    return send(command);
  }) as typeof engine.client.send);
}

describe('closing a pay period', () => {
  test('I26: lines, control total and file agree, and every claim is paid by it', async () => {
    const scene = await openScene(engine);
    const files = filesInMemory();
    await approvedVisit(scene);
    const batch = await close(scene, files);
    expect(batch).toMatchObject({ status: 'closed', lines: 2, totalCents: 4_000, through: '2026-10-31' });
    const bytes = files.kept.get(batch.fileKey);
    expect(sha256(bytes)).toBe(batch.sha256);
    const rows = parse(Buffer.from(bytes ?? ''), { columns: true }) as Record<string, string>[];
    expect(
      rows.map((row) => [row['Employee ID'], row['Name'], row['School'], row['Amount'], row['Approved by']]),
    ).toEqual([
      ['E-01', 'Lea Lead', 'Oak Street School', '20.00', 'Cleo Coordinator'],
      ['E-02', 'Pat Partner', 'Oak Street School', '20.00', 'Cleo Coordinator'],
    ]);
    expect(await statuses(scene)).toEqual([`paid ${batch.batchId}`]);
    expect((await scene.items('payLine')).map(({ data }) => data['number'])).toEqual([1, 2]);
  });

  test('takes what is approved, of visits up to its day, and refuses when that is nothing', async () => {
    const scene = await openScene(engine);
    const { visitId } = await visited(scene);
    await submit(scene, people.lead, visitId);
    const files = filesInMemory();
    await expect(close(scene, files)).rejects.toMatchObject({ reason: 'pay.nothing_approved' });
    await approve(scene, people.coordinator, { visitId, personId: people.lead.personId, rev: 2 });
    await expect(close(scene, files, '2026-09-30')).rejects.toMatchObject({
      reason: 'pay.nothing_approved',
    });
    await expect(close(scene, files, '2026-11-01')).rejects.toMatchObject({ reason: 'pay.day_to_come' });
    expect(await close(scene, files, '2026-10-01')).toMatchObject({ lines: 1 });
    await expect(close(scene, files)).rejects.toMatchObject({ reason: 'pay.nothing_approved' });
  });

  test('of more claims than one transaction holds makes one batch', async () => {
    const scene = await openScene(engine);
    await manyApproved(scene, 105);
    const batch = await close(scene, filesInMemory());
    expect(batch).toMatchObject({ lines: 105, totalCents: 210_000 });
    expect(await statuses(scene)).toEqual([`paid ${batch.batchId}`]);
    expect((await batches(scene)).map(({ status }) => status)).toEqual(['closed']);
  });

  test('at the same moment by two people makes one batch', async () => {
    const scene = await openScene(engine);
    await approvedVisit(scene);
    const files = filesInMemory();
    const both = await Promise.allSettled([close(scene, files), close(scene, files)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await batches(scene)).toHaveLength(1);
    expect(await statuses(scene)).toHaveLength(1);
  });

  test('asked again with its key answers the batch that was made', async () => {
    const scene = await openScene(engine);
    await approvedVisit(scene);
    const files = filesInMemory();
    const first = await close(scene, files, '2026-10-31', 'closing-1');
    const { visitId } = await visited(scene, await scene.addHousehold(2).then(planOf));
    await approve(scene, people.coordinator, await submit(scene, people.lead, visitId));
    expect(await close(scene, files, '2026-10-31', 'closing-1')).toEqual(first);
    expect(await batches(scene)).toHaveLength(1);
  });

  // 105 lines: two steps write lines, one makes the batch, two pay the claims, one closes.
  test.each([1, 2, 3, 4, 5, 6])(
    'I22, I25: a crash at step %i leaves no claim in two batches, and the next call finishes',
    async (step) => {
      const scene = await openScene(engine);
      await manyApproved(scene, 105);
      const files = filesInMemory();
      const crash = dieAt(step);
      await expect(close(scene, files)).rejects.toThrow('the function died');
      crash.mockRestore();

      const again = await close(scene, files).then(
        () => 'closed',
        (error: { reason?: string }) => error.reason,
      );
      // Before the batch was made nothing counted; after it, the repeat only finishes what stands.
      expect(again).toBe(step <= 3 ? 'closed' : 'pay.nothing_approved');
      const [made, ...more] = await batches(scene);
      expect(more).toEqual([]);
      expect(made).toMatchObject({ status: 'closed', lines: 105, totalCents: 210_000 });
      expect(await statuses(scene)).toEqual([`paid ${made?.['batchId']}`]);
      expect(sha256(files.kept.get(String(made?.['fileKey'])))).toBe(made?.['sha256']);
    },
  );
});

const planOf = ({ familyId, students }: { familyId: string; students: string[] }) => ({
  familyId,
  studentIds: students,
  time: '14:00',
});

describe('closed pay periods', () => {
  test('are listed newest first, and their file is fetched by a link', async () => {
    const scene = await openScene(engine);
    const files = filesInMemory();
    await approvedVisit(scene);
    const first = await close(scene, files);
    const { visitId } = await visited(scene, planOf(await scene.addHousehold(2)));
    await approve(scene, people.coordinator, await submit(scene, people.lead, visitId));
    const second = await close(scene, files, '2026-11-15', undefined, '2026-11-15T15:00:00.000Z');

    const { deps, context } = scene.as(people.payroll, closedAt);
    const listed = await listPayBatches(deps, context, { ...none, query: { limit: 50 } });
    expect(listed.items.map(({ batchId }) => batchId)).toEqual([second.batchId, first.batchId]);
    const fetched = await downloadPayBatch({ ...deps, files }, context, {
      ...none,
      params: { batchId: first.batchId },
    });
    expect(fetched).toEqual({
      url: `memory:${first.fileKey}?payroll-through-2026-10-31.csv`,
      fileName: 'payroll-through-2026-10-31.csv',
      sha256: first.sha256,
    });
    await expect(
      downloadPayBatch({ ...deps, files }, context, { ...none, params: { batchId: idOf('bat', 404) } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
