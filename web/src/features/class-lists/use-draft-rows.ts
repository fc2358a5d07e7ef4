import { useState } from 'react';
import type { Answer, Args } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';
import type { ExpectedRow } from '#shared/domain/roster/expected-rows.ts';
import { problemOf, useClient } from '../../app/api.tsx';
import { useCommandSeries } from '../../app/command-series.ts';

/** The server takes so many students in one transaction. */
const atOnce = 10;
/** Names that are looked up together. */
const namesAtOnce = 60;

type Known = Answer<'lookUpStudents'>['students'][number];

export interface DraftRow extends ExpectedRow {
  readonly key: string;
  /** Students of that name who are at the school already. */
  readonly known: Known;
  /** The one it is, `other` for another child, '' while nobody has said. */
  readonly who: string;
}

/** Who it is when nobody has said otherwise: the only one of that name, or a new child. */
function guess(known: Known): string {
  const [first, ...others] = known;
  if (first === undefined) return 'other';
  return others.length === 0 ? first.studentId : '';
}

type Body = Args<'addExpectedStudents'>['body'];
const bodyOf = (rows: readonly DraftRow[]): Body => ({
  students: rows.map(({ givenName, familyName, guardianName, phone, email, language, who }) => ({
    studentId: who === 'other' ? null : who,
    givenName,
    familyName,
    guardian: guardianName === null ? null : { name: guardianName, phone, email },
    language,
  })),
});

/**
 * Rows on their way to a class list: read, looked up among those the school knows, looked at, and sent in parts. What
 * was saved leaves the draft; what was not stays, so that nothing is written twice by hand.
 */
export function useDraftRows(classId: string, schoolId: string) {
  const client = useClient();
  const series = useCommandSeries('addExpectedStudents');
  const [rows, setRows] = useState<readonly DraftRow[]>([]);
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** True when every row is in the draft; when the look-up failed, none is, and the rows stay where they came from. */
  const add = async (students: readonly ExpectedRow[]): Promise<boolean> => {
    setLooking(true);
    setProblem(null);
    series.reset();
    try {
      const added: DraftRow[] = [];
      for (let start = 0; start < students.length; start += namesAtOnce) {
        const part = students.slice(start, start + namesAtOnce);
        const names = part.map(({ givenName, familyName }) => ({ givenName, familyName }));
        const answer = await client('lookUpStudents', { params: { schoolId }, body: { names } });
        for (const [index, row] of part.entries()) {
          const known = answer.students[index] ?? [];
          added.push({ ...row, key: crypto.randomUUID(), known, who: guess(known) });
        }
      }
      setRows((before) => [...before, ...added]);
      return true;
    } catch (error) {
      setProblem(problemOf(error instanceof Error ? error : new Error(String(error))));
      return false;
    } finally {
      setLooking(false);
    }
  };

  /** Sends what is in the draft; answers how many students are on the list now. */
  const send = async (): Promise<number> => {
    const parts: DraftRow[][] = [];
    for (let start = 0; start < rows.length; start += atOnce) parts.push(rows.slice(start, start + atOnce));
    const keyOf = (part: readonly DraftRow[]) => part.map(({ key, who }) => `${key} ${who}`).join(' ');
    const state = await series.run(
      parts.map((part) => ({ key: keyOf(part), args: { params: { classId }, body: bodyOf(part) } })),
    );
    const saved = new Set(parts.filter((part) => state.done.includes(keyOf(part))).flat());
    setRows((before) => before.filter((row) => !saved.has(row)));
    return saved.size;
  };
  return {
    rows,
    looking,
    running: series.running,
    total: rows.length,
    sentParts: series.done.length,
    problem: problem ?? series.stopped ?? [...series.refused.values()][0] ?? null,
    add,
    send,
    drop: (key: string) => setRows((before) => before.filter((row) => row.key !== key)),
    choose: (key: string, who: string) =>
      setRows((before) => before.map((row) => (row.key === key ? { ...row, who } : row))),
  };
}
