import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Tag, type TagTone } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

type Row = Answer<'getClass'>['students'][number];

const tones: Record<Row['invitation'], TagTone> = {
  not_invited: 'plain',
  invited: 'waiting',
  accepted: 'waiting',
  declined: 'plain',
};

/** Where one family stands this year, in two or three words. */
export function Standing({ student }: { student: Row }) {
  const { t } = useTranslation('family');
  const dates = useDates();
  const planned = student.visits.find((visit) => visit.status === 'scheduled');
  if (planned !== undefined) {
    return <Tag tone="waiting">{t('standing.scheduled', { day: dates.monthDay(planned.on) })}</Tag>;
  }
  const done = student.visits.filter((visit) => visit.status === 'completed');
  const last = done.at(-1);
  if (last !== undefined) {
    return (
      <Tag tone="good">{t('standing.completed', { count: done.length, day: dates.monthDay(last.on) })}</Tag>
    );
  }
  return <Tag tone={tones[student.invitation]}>{t(`standing.${student.invitation}`)}</Tag>;
}
