import { describe, expect, test, vi } from 'vitest';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { alertIn, type Fields, familyForms, formKey } from '#test/support/family-forms.ts';
import { household, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, before, complete, schedule } from '#test/support/visit-steps.ts';

const { open, ask, send, sendOn } = familyForms();

const atSchool: Fields = [
  formKey,
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
      formKey,
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
    const { status, text } = await sendOn(link, visitId, 'how', [formKey, ['words', 'We laughed a lot']]);
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
      [formKey, ['how', 'good'], ['words', long]],
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
    const tooLong = await answer([formKey, ['act', 'save'], ['words', long]]);
    expect([tooLong.status, alertIn(tooLong.text)]).toEqual([
      400,
      'This text is too long. Please make it shorter.',
    ]);
    expect(tooLong.text).toContain(`>${long}</textarea>`);
    const empty = await answer([formKey, ['act', 'save'], ['words', '  ']]);
    expect(alertIn(empty.text)).toBe('Please write a few words here.');
    const garbled = await answer([formKey, ['act', 'whatever'], ['words', 'Ours']]);
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
