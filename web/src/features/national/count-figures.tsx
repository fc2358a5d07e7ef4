import { useTranslation } from 'react-i18next';
import type { Counts } from '#shared/domain/rollup/model.ts';
import { Figures } from '../../components/ui/figures.tsx';
import { useCountWords } from './count-words.ts';

/** The figures of a district, or of all of them, each with what it counts. */
export function CountFigures({ counts, students }: { counts: Counts; students?: boolean }) {
  const { t } = useTranslation('national');
  const words = useCountWords();
  return (
    <Figures
      figures={[
        ...(students === true ? [{ name: t('counts.students'), value: words.number(counts.students) }] : []),
        { name: t('counts.visits'), value: words.number(counts.visits), detail: t('counts.visitsHelp') },
        {
          name: t('counts.visitedStudents'),
          value: words.number(counts.visitedStudents),
          detail: words.coverage(counts) ?? undefined,
        },
        { name: t('counts.rate'), value: words.rate(counts) ?? '–', detail: words.rateDetail(counts) },
        { name: t('counts.trained'), value: words.number(counts.trained), detail: t('counts.trainedHelp') },
      ]}
    />
  );
}
