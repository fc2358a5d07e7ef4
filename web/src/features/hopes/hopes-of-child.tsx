import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Quote } from '../../components/ui/quote.tsx';
import { useDates } from '../../i18n/dates.ts';

type Hopes = Answer<'getHopes'>['students'][number]['hopes'];

/** What the family hopes for one child: its words, whose they are, or that it took them back. */
export function HopesOfChild({ hopes, none }: { hopes: Hopes; none: string }) {
  const { t } = useTranslation('hopes');
  const { district } = useMe();
  const dates = useDates();
  if (hopes === null) return <p>{none}</p>;
  if (hopes.status === 'withdrawn') return <p>{t('withdrawn')}</p>;
  const dayOf = (instant: string) => dates.shortDay(dates.localDateOf(instant, district.timeZone));
  const by =
    hopes.changedByFamilyAt === null
      ? t('byStaff', { name: hopes.writtenByName ?? '…', day: dayOf(hopes.writtenAt) })
      : t('byFamily', { day: dayOf(hopes.changedByFamilyAt) });
  return <Quote by={by}>{hopes.words}</Quote>;
}
