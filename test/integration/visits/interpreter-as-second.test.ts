import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { person } from '#functions/data/entities/people.ts';
import { type Api, startApi } from '#test/support/api.ts';
import { policyWith, systemTable } from '#test/support/district.ts';
import { idOf, openScene, people } from '#test/support/school-scene.ts';
import { accept, before, plan } from '#test/support/visit-steps.ts';

let api: Api;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(before) });
  api = await startApi();
});
afterAll(async () => {
  vi.useRealTimers();
  await api.stop();
});

const interpreterId = idOf('per', 50);

/** What the lead is told who asks an interpreter along, and nobody else. */
async function withInterpreterAlone(interpreterCounts: boolean) {
  const tableName = api.tableName;
  await api.engine.emptyTable(tableName);
  const settings = policyWith(undefined, { interpreterCounts, minCertified: 1 });
  const scene = await openScene(api.engine, settings, tableName);
  await accept(scene);
  const work = systemTable(api.engine.client, tableName, before).begin('scene.set', 'scene');
  work.create(person, {
    personId: interpreterId,
    name: 'Ina Interpreter',
    email: null,
    language: 'en',
    roles: ['interpreter'],
    schoolIds: [],
    employeeId: null,
    account: 'open',
    certificate: null,
    mailProblem: null,
    participation: { answer: 'yes', since: before },
    languages: ['es'],
    freeTimes: [],
    roster: null,
  });
  await work.commit(null);
  const { personId, roles, schoolIds } = people.lead;
  const token = await api.member({
    subject: 'lead',
    personId,
    roles: [...roles],
    schoolIds: [...schoolIds],
  });
  return api.call('proposeVisit', { token, body: { ...plan, partnerIds: [], interpreterId } });
}

test('I6: an interpreter is the second person where the district counts them', async () => {
  const { status, body } = await withInterpreterAlone(true);
  expect(status).toBe(200);
  expect(body.team).toMatchObject([
    { personId: people.lead.personId, as: 'educator', answer: 'yes' },
    { personId: interpreterId, as: 'interpreter', answer: 'asked' },
  ]);
});

test('I6: where interpreters come on top, the lead is asked to add a colleague', async () => {
  const { status, body } = await withInterpreterAlone(false);
  expect(status).toBe(409);
  expect(body.reason).toBe('visit.team_too_small');
});
