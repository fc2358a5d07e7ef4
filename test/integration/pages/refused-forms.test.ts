import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stopContact } from '#functions/app/pages/decline-as-family.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { restOfPages } from '#shared/contract/routes/pages.ts';
import { type Api, startApi } from '#test/support/api.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, before, complete, schedule } from '#test/support/visit-steps.ts';

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

async function open() {
  const scene = await openScene(api.engine);
  process.env['TABLE_NAME'] = scene.tableName;
  vi.setSystemTime(new Date(before));
  return { scene, link: await linkOf(scene) };
}

type Fields = readonly (readonly [string, string])[];

/** Sends a form, or asks for a page, below the family's link. */
async function ask(
  link: string,
  routeKey: string,
  params: Record<string, string> = {},
  { fields, language = 'en', said }: { fields?: Fields; language?: string; said?: string } = {},
): Promise<{ status: number; text: string; to: string | undefined }> {
  const event = {
    routeKey,
    headers: { 'accept-language': 'en' },
    pathParameters: { link, ...params },
    queryStringParameters: { lang: language, ...(said && { said }) },
    isBase64Encoded: false,
    requestContext: { requestId: 'test' },
    ...(fields && {
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
    }),
  } as unknown as APIGatewayProxyEventV2;
  const { statusCode = 0, body = '', headers } = await handler(event);
  return { status: statusCode, text: body, to: headers?.['location'] as string | undefined };
}
const send = (link: string, step: string, fields: Fields, language?: string) =>
  ask(link, `POST /f/{link}/${step}`, {}, { fields, ...(language && { language }) });
const sendOn = (link: string, visitId: string, step: string, fields: Fields, language?: string) =>
  ask(
    link,
    `POST /f/{link}/visits/{visitId}/${step}`,
    { visitId },
    { fields, ...(language && { language }) },
  );

const key = ['key', 'key-of-the-form-1'] as const;
const atSchool: Fields = [
  key,
  ['times', '3-evening'],
  ['times', '6-morning'],
  ['type', 'neutral'],
  ['place', 'The school cafeteria'],
  ['interpreter', 'so'],
  ['note', 'After six, please.\r\nThe bell is broken & loud.'],
];
/** The alert on top, the field it leads to, and everything that was filled in. */
function expectFilledIn(text: string): void {
  expect(text).toMatch(/<input type="checkbox" name="times" value="3-evening"[^>]* checked>/);
  expect(text).toMatch(/<input type="checkbox" name="times" value="6-morning"[^>]* checked>/);
  expect(text.match(/type="checkbox"[^>]* checked>/g)).toHaveLength(2);
  expect(text).toMatch(/<input type="radio" name="type" value="neutral" checked>/);
  expect(text).toMatch(/<input type="text" [^>]*name="place"[^>]*value="The school cafeteria">/);
  expect(text).toMatch(/<option value="so" selected>/);
  expect(text).toMatch(/name="note"[^>]*>After six, please\.\nThe bell is broken &amp; loud\.<\/textarea>/);
  expect(text).toContain('name="key" value="key-of-the-form-1"');
}
const alertIn = (text: string): string =>
  /<p class="wrong" role="alert">(.*?)<\/p>/.exec(text)?.[1]?.replace(/<[^>]*>/g, '') ?? '';

describe('a place at the school', () => {
  test('brings the yes back as it was sent, and leads to the field', async () => {
    const { scene, link } = await open();
    const { status, text } = await send(link, 'yes', atSchool);
    expect(status).toBe(409);
    expectFilledIn(text);
    expect(text).toContain('<h1>What would suit you?</h1>');
    expect(text).toContain('<title>That did not work: What would suit you?');
    expect(text).toContain(
      '<p class="wrong" role="alert"><a href="#place">Visits are not at the school. Please choose another place, such as a library or a park.</a></p>',
    );
    expect(text).toMatch(
      /name="place"[^>]* id="place" aria-describedby="place-wrong place-help" aria-invalid="true"/,
    );
    expect(text).toContain('id="place-wrong"');
    expect(await scene.items('invitation')).toEqual([]);
  });

  test('and the same form with another place is taken', async () => {
    const { link } = await open();
    await send(link, 'yes', atSchool);
    const mended = atSchool.map(
      ([name, value]) => [name, name === 'place' ? 'City library' : value] as const,
    );
    expect((await send(link, 'yes', mended)).status).toBe(303);
  });

  test('is said in the language of the page', async () => {
    const { link } = await open();
    const { text } = await send(link, 'yes', atSchool, 'es');
    expectFilledIn(text);
    expect(text).toContain('<html lang="es"');
    expect(alertIn(text)).toContain('Las visitas no son en la escuela.');
  });

  test('brings back the wish for another time too', async () => {
    const { scene, link } = await open();
    await accept(scene);
    const visit = await schedule(scene);
    const { status, text } = await sendOn(link, visit.visitId, 'time', atSchool);
    expect(status).toBe(409);
    expectFilledIn(text);
    expect(text).toContain('<h1>Which time is better?</h1>');
    expect(text).toContain(`action="/f/${link}/visits/${visit.visitId}/time?lang=en"`);
  });
});

describe('a visit that changed meanwhile', () => {
  const wishes: Fields = atSchool.map(([name, value]) =>
    name === 'place' ? ['place', 'City library'] : [name, value],
  );

  test('has begun: the wish for another time stays in the form', async () => {
    const { scene, link } = await open();
    await accept(scene);
    const visit = await schedule(scene);
    vi.setSystemTime(new Date('2026-10-01T21:35:00.000Z'));
    const { status, text } = await sendOn(link, visit.visitId, 'time', wishes);
    expect([status, alertIn(text)]).toEqual([409, 'This visit has already begun. Please call the school.']);
    expect(text).toContain('value="City library"');
  });

  test('was cancelled: what suits the family stands in the form of a yes', async () => {
    const { scene, link } = await open();
    await accept(scene);
    const visit = await schedule(scene);
    const { deps, context } = scene.as(people.lead, before);
    await cancelVisit(deps, context, {
      params: { visitId: visit.visitId },
      query: undefined,
      body: { outcome: 'cancelled', side: 'team', reason: 'illness', rev: visit.rev },
    });
    const { status, text } = await sendOn(link, visit.visitId, 'time', wishes, 'es');
    expect(status).toBe(409);
    expect(alertIn(text)).toContain('Esta visita ya no está prevista.');
    expect(text).toContain('value="City library"');
    expect(text).toContain(`action="/f/${link}/yes?lang=es"`);
  });

  test('is of nobody the family knows: what it wrote is still there to copy', async () => {
    const { link } = await open();
    const { status, text } = await sendOn(link, 'vis_00000000000000000000000099', 'how', [
      key,
      ['how', 'good'],
      ['words', 'We laughed <a lot>'],
    ]);
    expect(status).toBe(404);
    expect(text).toContain('What you wrote');
    expect(text).toContain('<blockquote dir="auto">We laughed &lt;a lot&gt;</blockquote>');
  });
});

describe('words after a visit', () => {
  async function visited() {
    const { scene, link } = await open();
    await accept(scene);
    const visit = await complete(scene, await schedule(scene));
    vi.setSystemTime(new Date(after));
    return { scene, link, visitId: visit.visitId };
  }

  test('without an answer come back, and the page asks for one of the three', async () => {
    const { link, visitId } = await visited();
    const { status, text } = await sendOn(link, visitId, 'how', [key, ['words', 'We laughed a lot']]);
    expect([status, alertIn(text)]).toEqual([400, 'Please choose an answer here.']);
    expect(text).toMatch(/name="words"[^>]*>We laughed a lot<\/textarea>/);
    expect(text).toMatch(/<div id="how" aria-describedby="how-wrong" role="group">/);
  });

  test('that are too long come back whole', async () => {
    const { link, visitId } = await visited();
    const long = 'many words '.repeat(60).trim();
    const { status, text } = await sendOn(
      link,
      visitId,
      'how',
      [key, ['how', 'good'], ['words', long]],
      'es',
    );
    expect([status, alertIn(text)]).toEqual([400, 'Este texto es demasiado largo. Por favor, acórtenlo.']);
    expect(text).toContain(`>${long}</textarea>`);
  });

  test('about hopes come back too', async () => {
    const { scene, link } = await visited();
    await writeHopes(scene);
    const [studentId] = household.students;
    const answer = (fields: Fields) =>
      ask(link, 'POST /f/{link}/hopes/{studentId}', { studentId }, { fields });
    const long = 'dreams of bridges '.repeat(40).trim();
    const tooLong = await answer([key, ['act', 'save'], ['words', long]]);
    expect([tooLong.status, alertIn(tooLong.text)]).toEqual([
      400,
      'This text is too long. Please make it shorter.',
    ]);
    expect(tooLong.text).toContain(`>${long}</textarea>`);
    const empty = await answer([key, ['act', 'save'], ['words', '  ']]);
    expect(alertIn(empty.text)).toBe('Please write a few words here.');
    const garbled = await answer([key, ['act', 'whatever'], ['words', 'Ours']]);
    expect(alertIn(garbled.text)).toBe('Please look at the form again and send it once more.');
    expect(garbled.text).toContain('>Ours</textarea>');
  });
});

async function writeHopes(scene: Scene): Promise<void> {
  const work = systemTable(scene.engine.client, scene.tableName, after, districtA).begin(
    'hopes.written',
    household.familyId,
  );
  work.create(hopes, {
    familyId: household.familyId,
    studentId: household.students[0],
    year: year2026.year,
    words: 'Wants to read',
    writtenBy: people.lead.personId,
    writtenAt: after,
    changedByFamilyAt: null,
    status: 'shared',
  });
  await work.commit(null);
}

describe('every other refusal', () => {
  test('of a family that asked not to be contacted says what to do first', async () => {
    const { scene, link } = await open();
    const { deps, context } = asFamily(scene, link);
    await stopContact(deps, context, { params: { link: '' }, query: {}, body: {} });
    const { status, text } = await send(link, 'yes', [key, ['note', 'Mondays']]);
    expect([status, alertIn(text)]).toEqual([
      409,
      'You asked us not to contact you. Go back to your page and choose “You may contact us again” first.',
    ]);
    expect(text).toContain('>Mondays</textarea>');
  });

  test('of a garbled choice leads to it', async () => {
    const { link } = await open();
    const { status, text } = await send(link, 'yes', [key, ['times', 'whenever'], ['note', 'Mondays']]);
    expect([status, alertIn(text)]).toEqual([400, 'Please choose an answer here.']);
    expect(text).toContain('<a href="#times">');
    expect(text).toMatch(/<fieldset id="times" aria-describedby="times-wrong">/);
    expect(text).toContain('>Mondays</textarea>');
  });

  test('of an address that names no step shows the family its page, in its own language', async () => {
    const { link } = await open();
    const asked = await ask(link, 'GET /f/{link}/{step}', { step: 'yess' }, { language: '' });
    expect([asked.status, alertIn(asked.text)]).toEqual([
      404,
      'Esta dirección no está completa. Aquí está su página: elijan en ella lo que quieren hacer.',
    ]);
    expect(asked.text).toContain('<h1>¿Les gustaría una visita al hogar?</h1>');
    for (const rest of ['visits/vis_0', 'yes/', 'nothing/of/this'])
      expect(alertIn((await ask(link, restOfPages, { proxy: `${link}/${rest}` })).text)).toContain(
        'This address is not complete.',
      );
    const sent = await sendOn(link, 'garbled', 'cancel', [key]);
    expect([sent.status, alertIn(sent.text)]).toEqual([
      404,
      'This address is not complete. Here is your page: choose on it what you would like to do.',
    ]);
  });

  test('of an address that says something was done which nobody can do shows the page as it is', async () => {
    const { link } = await open();
    for (const said of ['constructor', '__proto__', 'garbled']) {
      const asked = await ask(link, 'GET /f/{link}', {}, { said });
      expect([asked.status, asked.text.includes('class="said"')], said).toEqual([200, false]);
    }
    expect((await ask(link, 'GET /f/{link}', {}, { said: 'wishes' })).text).toContain('Saved.');
  });

  test('tells who holds no link nothing, and shows nothing that was sent', async () => {
    const { link } = await open();
    const wrong = link.replace(/a{22}$/, 'b'.repeat(22));
    for (const answer of [
      await send(wrong, 'yes', [key, ['note', 'Planted words'], ['times', 'garbled']]),
      await ask(wrong, 'GET /f/{link}/{step}', { step: 'yess' }),
      await ask(wrong, restOfPages, { proxy: `${wrong}/visits/vis_0` }),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('The link is not complete, or no longer in use.');
      expect(answer.text).not.toMatch(/Planted|Uma|href="\/f/);
    }
  });
});
