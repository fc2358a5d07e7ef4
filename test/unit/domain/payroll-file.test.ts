import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchTotals, PayLine, payLineOf } from '#shared/domain/claim/pay-line.ts';
import { payrollFile } from '#shared/domain/claim/payroll-file.ts';
import { claim, id } from './samples.ts';

const names = { employeeId: '4711', school: 'Lakeside Elementary', approvedBy: 'Coordinator 9' };
const line = payLineOf(claim, names);
const hourly = payLineOf(
  {
    ...claim,
    personId: id('per', 2),
    rule: { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' },
    hundredthsOfHour: 100,
    cents: 2_849,
  },
  { ...names, employeeId: null },
);

describe('the payroll file', () => {
  it('has a header, fixed columns and CRLF', () => {
    expect(payrollFile([hourly, line])).toBe(
      [
        'Employee ID,Name,School,Visit date,Pay kind,Hours,Rate,Amount,Account code,Approved by,Claim',
        `4711,Educator 1,Lakeside Elementary,2026-10-01,flat,0.00,20.00,20.00,001-2100-113,Coordinator 9,${id('vis', 1)}/${id('per', 1)}`,
        `,Educator 1,Lakeside Elementary,2026-10-01,hours,1.00,28.49,28.49,001-2100-113,Coordinator 9,${id('vis', 1)}/${id('per', 2)}`,
        '',
      ].join('\r\n'),
    );
  });

  it('writes cents below a dollar and corrections as plain numbers', () => {
    const rows = payrollFile([
      { ...line, cents: 5 },
      { ...line, personId: id('per', 2), cents: -2_005 },
    ]);
    const cells = rows.split('\r\n').map((row) => row.split(',')[7]);
    expect(cells.slice(1, 3)).toEqual(['0.05', '-20.05']);
  });

  it('turns what a spreadsheet would run into plain text', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r']) {
      const [, row] = parse(payrollFile([{ ...line, name: `${start}HYPERLINK("x")` }])) as string[][];
      expect(row?.[1]).toBe(`'${start}HYPERLINK("x")`);
    }
  });

  const cell = fc.string({ maxLength: 40 });
  const lines = fc.uniqueArray(
    fc.record({
      n: fc.nat(9_999),
      name: cell,
      school: cell,
      approvedBy: cell,
      employeeId: cell,
      cents: fc.integer({ min: -100_000, max: 100_000 }),
    }),
    { selector: ({ n }) => n, maxLength: 20 },
  );
  const made = lines.map((rows) =>
    rows.map(({ n, ...rest }): PayLine => ({ ...line, visitId: id('vis', n), ...rest })),
  );

  it('I25: gives the same bytes in whatever order the lines come', () => {
    fc.assert(
      fc.property(made, (rows) => {
        expect(payrollFile([...rows].reverse())).toBe(payrollFile(rows));
      }),
    );
  });

  it('I26: a reader finds every line, and their amounts make the control total', () => {
    fc.assert(
      fc.property(made, (rows) => {
        const read = parse(payrollFile(rows), { columns: true }) as Record<string, string>[];
        const cents = read.reduce((sum, row) => sum + Math.round(Number(row['Amount']) * 100), 0);
        expect({ lines: read.length, totalCents: cents }).toEqual(batchTotals(rows));
        for (const row of read) {
          for (const column of ['Employee ID', 'Name', 'School', 'Account code', 'Approved by']) {
            expect(row[column]).not.toMatch(/^[=+\-@\t\r\n]/);
          }
        }
      }),
    );
  });

  it('I4, I20: has no place for a student, a family or a reflection', () => {
    expect(Object.keys(PayLine.shape).filter((key) => /student|family|reflection|words/i.test(key))).toEqual(
      [],
    );
  });
});
