import { useTranslation } from 'react-i18next';
import type { Counts } from '#shared/domain/rollup/model.ts';

/** Counts in words and figures, by the definitions printed beside them. Needs the words of `national`. */
export function useCountWords() {
  const { t, i18n } = useTranslation('national');
  const locale = i18n.language === 'es' ? 'es-US' : 'en-US';
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (value: number): string => number.format(value),
    /** Students with a first and a second visit ÷ students with a first; null while nobody was visited. */
    rate: (counts: Counts): string | null =>
      counts.visitedStudents === 0 ? null : percent.format(counts.twoVisitStudents / counts.visitedStudents),
    rateDetail: (counts: Counts): string =>
      counts.visitedStudents === 0
        ? t('counts.rateNone')
        : t('counts.rateOf', {
            two: number.format(counts.twoVisitStudents),
            count: counts.visitedStudents,
          }),
    /** Students visited ÷ students enrolled; null without a roster. */
    coverage: (counts: Counts): string | null =>
      counts.students === 0
        ? null
        : t('counts.visitedOf', { percent: percent.format(counts.visitedStudents / counts.students) }),
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
