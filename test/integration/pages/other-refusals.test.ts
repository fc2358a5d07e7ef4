import { describe, expect, test } from 'vitest';
import { stopContact } from '#functions/app/pages/decline-as-family.ts';
import { restOfPages } from '#shared/contract/routes/pages.ts';
import { alertIn, familyForms, formKey } from '#test/support/family-forms.ts';
import { asFamily } from '#test/support/family-steps.ts';

const { open, ask, send, sendOn } = familyForms();

describe('a refusal', () => {
  test('of a family that asked not to be contacted says what to do first', async () => {
    const { scene, link } = await open();
    const { deps, context } = asFamily(scene, link);
    await stopContact(deps, context, { params: { link: '' }, query: {}, body: {} });
    const { status, text } = await send(link, 'yes', [formKey, ['note', 'Mondays']]);
    expect([status, alertIn(text)]).toEqual([
      409,
      'You asked us not to contact you. Go back to your page and choose “You may contact us again” first.',
    ]);
    expect(text).toContain('>Mondays</textarea>');
  });

  test('of a garbled choice leads to it', async () => {
    const { link } = await open();
    const { status, text } = await send(link, 'yes', [formKey, ['times', 'whenever'], ['note', 'Mondays']]);
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
    const sent = await sendOn(link, 'garbled', 'cancel', [formKey]);
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
      await send(wrong, 'yes', [formKey, ['note', 'Planted words'], ['times', 'garbled']]),
      await ask(wrong, 'GET /f/{link}/{step}', { step: 'yess' }),
      await ask(wrong, restOfPages, { proxy: `${wrong}/visits/vis_0` }),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('The link is not complete, or no longer in use.');
      expect(answer.text).not.toMatch(/Planted|Uma|href="\/f/);
    }
  });
});
