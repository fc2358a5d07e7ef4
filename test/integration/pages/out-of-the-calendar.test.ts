import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Api, startApi } from '#test/support/api.ts';
import { linkOf } from '#test/support/family-steps.ts';
import { openScene } from '#test/support/school-scene.ts';
import { accept, after, before, propose, schedule } from '#test/support/visit-steps.ts';

/** The real function of the family's pages: what a browser without scripts gets back. */
let api: Api;
let handler: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
beforeAll(async () => {
  api = await startApi();
  ({ handler } = await import('#functions/http/pages.ts'));
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(before) });
});
afterAll(() => {
  vi.useRealTimers();
  return api.stop();
});

/** A family with a link, and with a visit that stands or that somebody is still asked about. */
async function arranged(how: typeof schedule | typeof propose) {
  vi.setSystemTime(new Date(before));
  const scene = await openScene(api.engine);
  process.env['TABLE_NAME'] = scene.tableName;
  await accept(scene);
  const { visitId } = await how(scene);
  const link = await linkOf(scene);
  const ask = async (routeKey: string, language = 'en', form?: string) => {
    const event = {
      routeKey,
      headers: {},
      pathParameters: { link, visitId },
      queryStringParameters: { lang: language },
      requestContext: { requestId: 'test' },
      isBase64Encoded: false,
      ...(form !== undefined && { body: form }),
    } as unknown as APIGatewayProxyEventV2;
    const { statusCode = 0, body = '', headers } = await handler(event);
    return { status: statusCode, body, type: headers?.['content-type'] };
  };
  return {
    say: (form: string) => ask(`POST /f/{link}/${form}`, 'en', 'key=key-of-the-form-1'),
    home: async (language?: string) => (await ask('GET /f/{link}', language)).body,
    file: () => ask('GET /f/{link}/visits/{visitId}/calendar.ics'),
    address: `/f/${link}/visits/${visitId}/calendar.ics`,
  };
}

function entryIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent('vevent');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: String(event?.getFirstPropertyValue('uid')),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    status: String(event?.getFirstPropertyValue('status')),
  };
}

describe('a family that took a visit into its calendar', () => {
  test.each(['visits/{visitId}/cancel', 'no', 'stop'])(
    'takes it out with one file from the page on which it lands: %s',
    async (form) => {
      const { say, home, file, address } = await arranged(schedule);
      const put = entryIn((await file()).body);
      expect(await home()).not.toContain('out of my calendar');
      expect((await say(form)).status).toBe(303);

      expect(await home()).toContain(
        `<a href="${address}?lang=en">Take the cancelled visit on Thursday, October 1 out of my calendar</a>`,
      );
      expect(await home('es')).toContain(
        'Quitar de mi calendario la visita cancelada del jueves, 1 de octubre',
      );
      const { type, body } = await file();
      expect(type).toBe('text/calendar; charset=utf-8; method=CANCEL');
      const out = entryIn(body);
      expect(out).toEqual({ method: 'CANCEL', uid: put.uid, sequence: out.sequence, status: 'CANCELLED' });
      expect(out.sequence).toBeGreaterThan(put.sequence);

      vi.setSystemTime(new Date(after));
      expect(await home()).not.toContain('out of my calendar');
    },
  );

  test('is offered nothing for a visit that never stood', async () => {
    const { say, home } = await arranged(propose);
    await say('no');
    expect(await home()).not.toContain('out of my calendar');
  });
});
