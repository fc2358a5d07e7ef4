import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf, offeredLanguages } from '#shared/domain/roster/expected-languages.ts';
import { readPastedRows } from '#shared/domain/roster/expected-rows.ts';
import { cellsOf, columnsOf, recordsOf, separatorOf } from '#shared/domain/roster/expected-table.ts';

const row = (givenName: string, familyName: string, more: object = {}) => ({
  givenName,
  familyName,
  guardianName: null,
  phone: null,
  email: null,
  language: null,
  ...more,
});

describe('pasted rows', () => {
  test('without a head are read in the order of the form', () => {
    const text = 'Ana,Rivera,Rosa Rivera,555-201-3344,Rosa@Home.example,Spanish\r\nLuis,Ortega\r\n\r\n';
    expect(readPastedRows(text)).toEqual({
      students: [
        row('Ana', 'Rivera', {
          guardianName: 'Rosa Rivera',
          phone: '555-201-3344',
          email: 'rosa@home.example',
          language: 'es',
        }),
        row('Luis', 'Ortega'),
      ],
      faulty: [],
      ignored: [],
      left: '',
    });
  });

  test.each([
    ['a spreadsheet', 'Last name\tFirst name\tHome language\nRivera\tAna\tespañol'],
    ['semicolons', 'Apellidos;Nombre;Idioma\nRivera;Ana;Español'],
    ['one column for the name', 'Student;Language\nRivera, Ana;es'],
    ['quotes', '"Student","Language"\n"Rivera, Ana","Spanish"'],
  ])('with a head may come in any order: %s', (_, text) => {
    expect(readPastedRows(text).students).toEqual([row('Ana', 'Rivera', { language: 'es' })]);
  });

  test('a quoted cell may hold line breaks; a quotation mark inside a name is part of it', () => {
    expect(readPastedRows('"Ana\nMaría",Rivera\nSean,O"Brien').students).toEqual([
      row('Ana María', 'Rivera'),
      row('Sean', 'O"Brien'),
    ]);
  });

  test('a column that no class list holds is named and never taken (CP4)', () => {
    const read = readPastedRows('First name,Last name,Reading level,Absences\nAna,Rivera,B,12');
    expect(read.ignored).toEqual(['Reading level', 'Absences']);
    expect(JSON.stringify(read.students)).not.toMatch(/B"|12/);
  });

  test.each([
    ['Ana', 'name_in_one'],
    [',Rivera', 'name_missing'],
    ['Maria del Carmen Lopez', 'name_in_one'],
    ['Ana,Rivera,,555-201-3344', 'guardian_missing'],
    ['Ana,Rivera,Rosa,12', 'phone_unclear'],
    ['Ana,Rivera,Rosa,,rosa at home', 'email_unclear'],
    ['Ana,Rivera,,,,Klingon', 'language_unknown'],
    ['Ana,Rivera,,,,es,more', 'too_many_cells'],
    [`${'A'.repeat(81)},Rivera`, 'name_long'],
    ['"Ana,Rivera', 'quote_open'],
  ])('%s is not taken: %s', (text, fault) => {
    const read = readPastedRows(text);
    expect(read.students).toEqual([]);
    expect(read.faulty).toMatchObject([{ line: 1, text }]);
    expect(read.faulty[0]?.faults).toContain(fault);
    expect(read.left).toBe(text);
  });

  test('a student who stands there twice is taken once', () => {
    const read = readPastedRows('Ana,Rivera\nAna,Rivera\nANA,rivera,Rosa');
    expect(read.students).toHaveLength(2);
    expect(read.faulty).toMatchObject([{ line: 2, faults: ['repeated'] }]);
  });

  test('whatever is pasted, each row is taken or stays in the field, word for word', () => {
    const cell = fc.oneof(
      fc.constantFrom('Ana', 'Rivera', 'Díaz, Mei', 'es', '555-201-3344', 'a@b.example', '', ' ', '"'),
      fc.string({ maxLength: 12 }),
    );
    const pasted = fc
      .tuple(fc.constantFrom(',', ';', '\t'), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }))
      .map(([separator, rows]) => rows.map((cells) => cells.join(separator)).join('\n'));
    fc.assert(
      fc.property(pasted, (text) => {
        const read = readPastedRows(text);
        for (const { text: kept, faults } of read.faulty) {
          expect(text).toContain(kept);
          expect(read.left).toContain(kept);
          expect(faults.length).toBeGreaterThan(0);
        }
        const separator = separatorOf(text);
        const [first, ...others] = recordsOf(text, separator);
        const head = first !== undefined && columnsOf(cellsOf(first.text, separator)) !== null;
        const rows = others.length + (first === undefined || head ? 0 : 1);
        expect(read.students.length + read.faulty.length).toBe(rows);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a language', () => {
  test('is known by its English, Spanish and own name, and by its tag', () => {
    expect(['Spanish', 'español', 'ES', 'zh-Hant', 'Soomaali', 'Kreyòl ayisyen'].map(languageOf)).toEqual([
      'es',
      'es',
      'es',
      'zh-hant',
      'so',
      'ht',
    ]);
    expect(['Klingon', 'q', 'no idea', ''].map(languageOf)).toEqual([null, null, null, null]);
    expect(offeredLanguages).toContain('en');
  });
});
