import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { districtA, districtB, systemTable, year2026 } from '#test/support/district.ts';
import { idsOfA, idsOfB, markOfB, startWorld, type World } from '#test/support/two-districts.ts';

let world: World;
let ownLink: string;
beforeAll(async () => {
  world = await startWorld();
  ownLink = await linkFor(districtA, idsOfA.fam, 'a');
  await linkFor(districtB, idsOfB.fam, 'b');
});
afterAll(() => world.stop());

async function linkFor(districtId: string, familyId: string, letter: string): Promise<string> {
  const now = new Date(world.host.clock.now()).toISOString();
  const year = { ...year2026, closesOn: '2099-07-31' };
  const of = { districtId, familyId, guardianId: null, year, via: 'letter', madeBy: 'test', now } as const;
  const { link, row } = newFamilyLink({ ...of, secret: letter.repeat(22) });
  const work = systemTable(world.client, world.tableName, now, districtId).begin(
    'family.link_made',
    familyId,
  );
  work.create(familyLink, row);
  await work.commit(null);
  return link;
}

const open = (path: string, language = 'en') =>
  fetch(`${world.host.origin}/f/${path}`, { headers: { 'accept-language': language } });
const send = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${world.host.origin}/f/${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });

describe('a family’s page, through the whole stack', () => {
  test('opens for the holder of the link, is kept by nobody on the way, and may run nothing', async () => {
    const answer = await open(ownLink);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('Maya Okafor');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toMatch(/<script|onclick=|style=/);
  });

  test('speaks the language that was chosen, else the family’s own; where no family is known, the phone’s', async () => {
    const languageOf = async (path: string, ofPhone: string) =>
      /<html lang="(\w+)"/.exec(await (await open(path, ofPhone)).text())?.[1];
    expect(await languageOf(ownLink, 'en')).toBe('es');
    expect(await languageOf(`${ownLink}?lang=en`, 'es')).toBe('en');
    expect(await languageOf('nothing', 'es-MX,es;q=0.9,en;q=0.5')).toBe('es');
    expect(await languageOf('nothing', 'so')).toBe('en');
  });

  test('takes a yes as a form and leads back to the page; a mail program’s own query fields do no harm', async () => {
    const sent = await send(`${ownLink}/yes?lang=es`, {
      key: 'a-form-key',
      times: '1-evening',
      type: 'home',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/f/${ownLink}?lang=es&said=wishes`]);
    const after = await open(`${ownLink}?lang=es&said=wishes&utm_source=mail`);
    expect(await after.text()).toContain('Guardado.');
  });

  test('answers a form it cannot take with the form, in words of the family’s language', async () => {
    const sent = await send(`${ownLink}/yes`, { times: 'whenever' });
    expect([sent.status, sent.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(await sent.text()).toContain('<a href="#times">Por favor, elijan aquí una respuesta.</a>');
  });

  test('shows the first page where an address goes on to nowhere, and says so', async () => {
    for (const rest of ['/', '/visits/vis_0', '/yes/please']) {
      const answer = await open(`${ownLink}${rest}`);
      expect([answer.status, await answer.text()]).toEqual([
        404,
        expect.stringContaining('Esta dirección no está completa.'),
      ]);
    }
    const sent = await send(`${ownLink}/maybe`, { note: 'x' });
    expect([sent.status, sent.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test('I1: opens for nobody without the secret, and for no other family or district', async () => {
    const wrong = [
      ownLink.replace(/a{22}$/, 'c'.repeat(22)),
      ownLink.replace(idsOfA.fam, idsOfB.fam),
      ownLink.replace(districtA, districtB),
      `${districtA}.${idsOfA.per}.${'a'.repeat(22)}`,
      `${ownLink}.more`,
      'nothing',
    ];
    for (const path of wrong)
      for (const step of ['', '/kept', `/visits/${idsOfA.vis}/cancel`]) {
        const answer = await open(`${path}${step}`);
        expect(answer.status, path + step).toBe(404);
        expect(await answer.text()).not.toMatch(new RegExp(`${markOfB}|Rivera|Ada`));
        const changed = await send(`${path}${step}`, { key: 'a-form-key' });
        expect(changed.status).toBe(404);
      }
  });

  test('I1: reaches no visit and no child of another family', async () => {
    const before = await world.itemsOf(districtB);
    const steps: [string, Record<string, string>][] = [
      ['time', { type: 'home' }],
      ['cancel', {}],
      ['how', { how: 'good' }],
    ];
    for (const [step, fields] of steps) {
      expect((await open(`${ownLink}/visits/${idsOfB.vis}/${step}`)).status).toBe(404);
      expect((await send(`${ownLink}/visits/${idsOfB.vis}/${step}`, fields)).status).toBe(404);
    }
    expect((await open(`${ownLink}/visits/${idsOfB.vis}/calendar.ics`)).status).toBe(404);
    expect((await send(`${ownLink}/hopes/${idsOfB.stu}`, { act: 'withdraw' })).status).toBe(404);
    expect(await world.itemsOf(districtB)).toEqual(before);
  });

  test('asks for nothing beyond its own policies', () => {
    expect(world.denials).toEqual([]);
  });
});
