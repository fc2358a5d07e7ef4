import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { log } from '#functions/platform/logger.ts';
import { type Api, startApi } from '#test/support/api.ts';
import { openDistrict, systemTable } from '#test/support/district.ts';
import { idOf } from '#test/support/school-scene.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await openDistrict(systemTable(api.engine.client, api.tableName, new Date().toISOString()));
});
afterAll(() => api.stop());
afterEach(() => vi.restoreAllMocks());

const usageOf = async (work: () => Promise<{ status: number }>) => {
  vi.spyOn(log, 'warn').mockReturnValue();
  const info = vi.spyOn(log, 'info').mockReturnValue();
  info.mockClear();
  const { status } = await work();
  const lines = info.mock.calls.flatMap(([code, fields]) => (code === 'REQUEST_SERVED' ? [fields] : []));
  return { status, lines };
};

describe('each request leaves one usage line with the status that was answered', () => {
  test('when it was served', async () => {
    const { status, lines } = await usageOf(() => api.call('getHealth'));
    expect(status).toBe(200);
    expect(lines).toMatchObject([{ route: 'getHealth', status: 200 }]);
  });

  test('when it was refused: a refusal is no failure of ours', async () => {
    const refused = await usageOf(() => api.call('getToday'));
    expect(refused.status).toBe(401);
    expect(refused.lines).toMatchObject([{ route: 'getToday', status: 401 }]);

    const token = await api.member({ subject: 'sub-1', personId: idOf('per', 1), roles: ['educator'] });
    const params = { visitId: idOf('vis', 1) };
    const missing = await usageOf(() => api.call('getVisit', { params, token }));
    expect(missing.lines).toMatchObject([{ route: 'getVisit', status: missing.status }]);
    expect(missing.status).toBe(404);
  });
});
