import { useState } from 'react';
import { useCommandSeries } from '../../app/command-series.ts';

/** The server certifies at most so many people in one transaction. */
const atOnce = 20;

/** Who is chosen as having completed a training, and sending them in parts. */
export function useCompletions(trainingId: string) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const series = useCommandSeries('recordCompletions');
  const parts = (people: readonly string[]) =>
    Array.from({ length: Math.ceil(people.length / atOnce) }, (_, part) =>
      people.slice(part * atOnce, (part + 1) * atOnce),
    );
  const saved = series.done.flatMap((key) => key.split(' '));
  const refused = [...series.refused.values()][0] ?? null;
  return {
    /** Saved people are no longer chosen; those of a part that failed still are. */
    chosen: chosen.filter((personId) => !saved.includes(personId)),
    choose: (people: readonly string[]) => {
      series.reset();
      setChosen(people);
    },
    running: series.running,
    savedCount: saved.length,
    problem: series.stopped ?? refused,
    send: (people: readonly string[]) => {
      setChosen(people);
      return series.run(
        parts(people).map((personIds) => ({
          // The same people in the same part are the same attempt.
          key: personIds.join(' '),
          args: { params: { trainingId }, body: { personIds: [...personIds] } },
        })),
      );
    },
  };
}
