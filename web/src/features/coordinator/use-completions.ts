import { useState } from 'react';
import type { Answer, Args } from '#shared/contract/client.ts';
import { useCommandSeries } from '../../app/command-series.ts';

/** The server certifies at most so many people in one transaction. */
const atOnce = 20;

export type Outcome = NonNullable<Args<'recordCompletions'>['body']['outcome']>;
type NotCertified = Answer<'recordCompletions'>['refused'][number];

/** Who is chosen as having been at a training, and sending them in parts. */
export function useCompletions(trainingId: string, atFirst: readonly string[]) {
  const [chosen, setChosen] = useState<readonly string[]>(atFirst);
  const [notCertified, setNotCertified] = useState<readonly NotCertified[]>([]);
  const series = useCommandSeries('recordCompletions');
  const parts = (people: readonly string[]) =>
    Array.from({ length: Math.ceil(people.length / atOnce) }, (_, part) =>
      people.slice(part * atOnce, (part + 1) * atOnce),
    );
  const answered = series.done.flatMap((key) => key.split(' ').slice(1));
  const refused = [...series.refused.values()][0] ?? null;
  const withoutCertificate = new Set(notCertified.map(({ personId }) => personId));
  return {
    /** Saved people are no longer chosen; those of a part that failed still are. */
    chosen: chosen.filter((personId) => !answered.includes(personId)),
    choose: (people: readonly string[]) => {
      series.reset();
      setNotCertified([]);
      setChosen(people);
    },
    running: series.running,
    savedCount: answered.filter((personId) => !withoutCertificate.has(personId)).length,
    /** Those whom this training cannot certify, each with the reason; nothing was recorded for them. */
    notCertified,
    problem: series.stopped ?? refused,
    send: (people: readonly string[], what: { outcome: Outcome; minutes: number | null }) => {
      setChosen(people);
      setNotCertified([]);
      return series.run(
        parts(people).map((personIds) => ({
          // The same people in the same part, with the same outcome, are the same attempt.
          key: `${what.outcome}-${what.minutes} ${personIds.join(' ')}`,
          args: { params: { trainingId }, body: { personIds: [...personIds], ...what } },
        })),
        (answer) => setNotCertified((before) => [...before, ...answer.refused]),
      );
    },
  };
}
