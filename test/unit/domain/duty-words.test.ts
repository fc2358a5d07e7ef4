import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyWordsIn } from '#shared/domain/duty-words/duty-words.ts';
import { refuseDutyWords } from '#shared/domain/duty-words/refuse-duty.ts';

const wordsOf = (text: string) => dutyWordsIn(text).map(({ word }) => word);

describe('words of duty (CP1, I15)', () => {
  it.each([
    ['Home visits are required this year.', ['required']],
    ['Every family MUST choose a day.', ['MUST']],
    ['You have to answer by Friday; it is mandatory.', ['have to', 'mandatory']],
    ['All families need to sign up.', ['need to']],
    ['Families are expected to open the door.', ['expected to']],
    ['Our quota is twenty. This is not optional.', ['quota', 'not optional']],
    ['Do not wait: a visit is mandatory.', ['mandatory']],
    ['Visits are not only welcome but required.', ['required']],
    ['Not only required, but compulsory!', ['required', 'compulsory']],
    ['La visita es obligatoria.', ['obligatoria']],
    ['Usted debe recibirnos en casa.', ['debe']],
    ['Las familias tienen que elegir un día.', ['tienen que']],
    ['Hay que responder. Es un requisito de la escuela.', ['Hay que', 'requisito']],
    ['Es necesario que firme.', ['Es necesario']],
    ['Deberán abrir la puerta.', ['Deberán']],
    ['Families are supposed to sign up; you ought to come.', ['supposed to', 'ought to']],
    ['Es su deber. Tiene usted que venir.', ['su deber', 'Tiene usted que']],
  ])('finds them: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    'Home visits are voluntary. You are welcome to say no.',
    'A visit is never required, and there is nothing you need to prepare.',
    'No family is required to take part.',
    'You do not have to clean or cook. You don’t need to prepare anything.',
    'If you need to change the time, write to us.',
    'We would love to hear what you have to say, and what you need to know.',
    'There is no obligation.',
    'We tasted mustard and saw the mustangs of Muster Street.',
    'La visita no es obligatoria. No tiene que preparar nada.',
    'Si tiene que cambiar la hora, escríbanos.',
    'Sin obligación alguna: decir que no también está bien.',
    'El cambio se debe a las fiestas.',
    'Nadie está obligado a participar.',
  ])('leaves alone what says that a visit is free: %s', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it.each([
    ['over two lines', 'All families have\nto come.', ['have\nto']],
    [
      'with more spaces, or one that does not break',
      'You need  to come, you have\u00a0to.',
      ['need  to', 'have\u00a0to'],
    ],
    ['with accents as characters of their own', 'Debera\u0301n venir.', ['Debera\u0301n']],
    ['without accents', 'Deberan venir, es una obligacion.', ['Deberan', 'obligacion']],
    [
      'with something invisible inside',
      'Visits are requ\u00adired, you m\u200bust come.',
      ['requ\u00adired', 'm\u200bust'],
    ],
    ['in wide letters', '\uff2d\uff35\uff33\uff34 come.', ['\uff2d\uff35\uff33\uff34']],
    ['at the end of another sentence’s line', 'No cost\nVisits are required.', ['required']],
  ])('finds them however they are typed or pasted: %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
    expect(wordsOf(`Jama\u0301s es obligatorio. ${text}`)).toEqual(words);
  });

  it('says where each stands, so that a page can mark it', () => {
    const text = 'A visit is required. You must come. Es obligatorio.';
    expect(dutyWordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'required',
      'must',
      'obligatorio',
    ]);
  });

  it('finds a word of duty inside any text around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before}. Visits are mandatory. ${after}`;
        expect(wordsOf(text)).toContain('mandatory');
        for (const { start, end, word } of dutyWordsIn(text)) expect(text.slice(start, end)).toBe(word);
      }),
    );
  });

  it('refuses a text that holds one, and no other', () => {
    expect(() => refuseDutyWords('Welcome.', 'You must come.')).toThrow(/voluntary/);
    expect(() => refuseDutyWords('Welcome.', null)).not.toThrow();
  });
});
