import type { ObservedCall } from '#infra/local/faults.ts';
import type { Answer } from '#shared/contract/client.ts';
import type { RouteId } from '#shared/contract/contract.ts';
import { idsOfA, startWorld, type World } from '#test/support/two-districts.ts';
import { betweenVisits } from './between-visits-use-cases.ts';
import { homes } from './home-use-cases.ts';
import { classLists, coordination, office } from './office-use-cases.ts';

export interface CostFigure {
  readonly route: RouteId;
  readonly roundTrips: number;
  readonly queries: number;
  readonly transactions: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const reads = new Set(['GetItem', 'BatchGetItem', 'Query']);
const season = Date.parse('2027-01-20T15:00:00Z');

/**
 * Walks one visit from training to the payroll file through the HTTP API, warm, and counts what each request asks of
 * the table: round trips, capacity units. Sessions, membership and settings are remembered by then, as in a warm function.
 */
export async function measureUseCases(): Promise<CostFigure[]> {
  let calls: { call: ObservedCall; answer: Buffer | undefined }[] = [];
  const world = await startWorld({
    judged: false,
    observe: (call, answer) => calls.push({ call, answer }),
  });
  const figures: CostFigure[] = [];
  try {
    await world.host.clock.advanceTo(season);
    await journey(
      async (id, as, params = {}, sent = {}) => {
        const token = await tokenOf(world, as);
        if (sent.body === undefined) await ask(world, token, id, params, sent);
        await world.host.idle();
        calls = [];
        const answer = await ask(world, token, id, params, sent);
        if (!figures.some(({ route }) => route === id)) figures.push(figureOf(id, calls));
        return answer;
      },
      async (instant) => {
        await world.host.clock.advanceTo(instant);
        await world.host.idle();
      },
    );
  } finally {
    await world.stop();
  }
  return figures;
}

const tokenOf = (world: World, as: Role): Promise<string> => {
  if (as === 'national_admin') return world.nationalToken(as);
  return as === 'partner' ? world.tokenOfA('educator', idsOfA.partner) : world.tokenOfA(as);
};

type Role = 'educator' | 'partner' | 'coordinator' | 'payroll' | 'district_admin' | 'national_admin';
export type Ask = <Id extends RouteId>(
  id: Id,
  as: Role,
  params?: Record<string, string>,
  sent?: { query?: string; body?: unknown },
) => Promise<Answer<Id>>;

async function ask(
  world: World,
  token: string,
  id: RouteId,
  params: Record<string, string>,
  sent: { query?: string; body?: unknown },
) {
  const { status, text } = await world.call(id, params, token, sent);
  if (status !== 200) throw new Error(`${id}: ${status} ${text}`);
  return JSON.parse(text);
}

function figureOf(
  route: RouteId,
  calls: readonly { call: ObservedCall; answer: Buffer | undefined }[],
): CostFigure {
  const figure = { route, roundTrips: 0, queries: 0, transactions: 0, readUnits: 0, writeUnits: 0 };
  for (const { call, answer } of calls) {
    if (call.service !== 'dynamodb' || answer === undefined) continue;
    const parsed: unknown = JSON.parse(answer.toString());
    const consumed = (parsed as { ConsumedCapacity?: Capacity | Capacity[] }).ConsumedCapacity ?? [];
    const units = [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    figure.roundTrips += 1;
    figure.queries += call.operation === 'Query' ? 1 : 0;
    figure.transactions += call.operation === 'TransactWriteItems' ? 1 : 0;
    figure[reads.has(call.operation) ? 'readUnits' : 'writeUnits'] += units;
  }
  return figure;
}
type Capacity = { readonly CapacityUnits?: number };

/** Every use case of a year's work, in an order in which each is possible. */
async function journey(ask: Ask, until: (instant: number) => Promise<void>): Promise<void> {
  const { fam, stu, per, partner, cls, sch, vis } = idsOfA;
  await office(ask, sch);
  await ask('getMe', 'educator');
  await ask('getSettings', 'district_admin');
  await ask('listPeople', 'district_admin');
  await ask('listSchools', 'district_admin');
  await ask('listStudents', 'district_admin', { schoolId: sch });
  await classLists(ask, sch);
  const { trainingId } = await ask(
    'recordTraining',
    'coordinator',
    {},
    { body: { title: 'Home visits', heldOn: '2026-09-01' } },
  );
  await ask('recordCompletions', 'coordinator', { trainingId }, { body: { personIds: [per, partner] } });
  await ask('listTrainings', 'coordinator');
  await ask('getTraining', 'coordinator', { trainingId });
  await ask('getTrainingHistory', 'coordinator', { personId: per });
  const evening = {
    title: 'Renewal evening',
    heldOn: '2028-07-10',
    time: '16:00',
    minutes: 120,
    place: 'Oak Library',
    seats: 20,
  };
  const renewal = await ask(
    'planTraining',
    'coordinator',
    {},
    { body: { ...evening, kind: 'renewal', schoolId: null } },
  );
  await ask('signUpForTraining', 'educator', { trainingId: renewal.trainingId }, { body: {} });
  await ask('getMyTrainings', 'educator');
  await ask('withdrawFromTraining', 'educator', { trainingId: renewal.trainingId }, { body: {} });
  const changed = await ask(
    'changeTraining',
    'coordinator',
    { trainingId: renewal.trainingId },
    { body: { ...evening, seats: 30, rev: renewal.rev + 2 } },
  );
  await ask(
    'cancelTraining',
    'coordinator',
    { trainingId: renewal.trainingId },
    { body: { rev: changed.rev } },
  );
  await ask('getToday', 'educator');
  await ask('getClass', 'educator', { classId: cls });
  await homes(ask);
  await ask('getFamily', 'educator', { familyId: fam });
  await ask('listColleagues', 'educator', { schoolId: sch });
  await ask('listInterpreters', 'educator');
  await ask('getCommonTimes', 'educator', { familyId: fam }, { query: `?with=${partner}` });
  const arranged = {
    familyId: fam,
    studentIds: [stu],
    date: '2027-02-02',
    time: '17:00',
    minutes: 40,
    type: 'home',
    place: null,
    partnerIds: [partner],
    interpreterId: null,
  };
  const asked = await ask('proposeVisit', 'educator', {}, { body: arranged });
  const { visitId } = asked;
  const visit = await ask('answerVisit', 'partner', { visitId }, { body: { answer: 'yes', rev: asked.rev } });
  await until(Date.parse('2027-02-03T15:00:00Z'));
  await ask('getVisit', 'educator', { visitId });
  await ask(
    'completeVisit',
    'educator',
    { visitId },
    {
      body: { present: [per, partner], actualMinutes: 40, rev: visit.rev },
    },
  );
  await betweenVisits(ask, visitId);
  const { items } = await ask('listMyClaims', 'educator');
  const open = items.find((claim) => claim.visitId === visitId);
  await ask('submitClaim', 'educator', { visitId }, { body: { rev: open?.rev } });
  await ask('listClaims', 'coordinator', {}, { query: '?status=submitted' });
  await ask('approveClaim', 'district_admin', { visitId: vis, personId: partner }, { body: { rev: 1 } });
  await ask('closePayPeriod', 'payroll', {}, { body: { through: '2027-02-02' } });
  const { items: batches } = await ask('listPayBatches', 'payroll');
  await ask('downloadPayBatch', 'payroll', { batchId: batches[0]?.batchId ?? '' });
  const third = await ask('proposeVisit', 'educator', {}, { body: { ...arranged, date: '2027-03-02' } });
  await ask(
    'cancelVisit',
    'educator',
    { visitId: third.visitId },
    { body: { outcome: 'cancelled', side: 'family', reason: 'other', rev: third.rev } },
  );
  await coordination(ask, sch);
  const { invitation } = await ask('getFamily', 'educator', { familyId: fam });
  await ask(
    'recordAnswer',
    'educator',
    { familyId: fam },
    { body: { answer: 'declined', rev: invitation.rev } },
  );
}
