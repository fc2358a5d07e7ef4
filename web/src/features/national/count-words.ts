import { useTranslation } from 'react-i18next';
import type { Counts } from '#shared/domain/rollup/model.ts';
import { useNumbers } from '../../i18n/numbers.ts';

/** Counts in words and figures, by the definitions printed beside them. Needs the words of `national`. */
export function useCountWords() {
  const { t } = useTranslation('national');
  const { number, percent } = useNumbers();
  return {
    number,
    /** Students with a first and a second visit ÷ students with a first; null while nobody was visited. */
    rate: (counts: Counts): string | null =>
      counts.visitedStudents === 0 ? null : percent(counts.twoVisitStudents / counts.visitedStudents),
    rateDetail: (counts: Counts): string =>
      counts.visitedStudents === 0
        ? t('counts.rateNone')
        : t('counts.rateOf', {
            two: number(counts.twoVisitStudents),
            all: number(counts.visitedStudents),
            count: counts.visitedStudents,
          }),
    /** Students visited ÷ students enrolled; null without a roster. */
    coverage: (counts: Counts): string | null =>
      counts.students === 0
        ? null
        : t('counts.visitedOf', { percent: percent(counts.visitedStudents / counts.students) }),
  };
}

/** Several districts as one. */
export function sumOf(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      students: sum.students + one.students,
      visits: sum.visits + one.visits,
      visitedStudents: sum.visitedStudents + one.visitedStudents,
      twoVisitStudents: sum.twoVisitStudents + one.twoVisitStudents,
      trained: sum.trained + one.trained,
    }),
    { students: 0, visits: 0, visitedStudents: 0, twoVisitStudents: 0, trained: 0 },
  );
}
