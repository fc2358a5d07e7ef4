import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { daysBetween, useDates } from '../../i18n/dates.ts';

/** So many days before its last day a certificate begins to show; mail comes 60 and 14 days before. */
const daysShownBefore = 60;

/** For those who take part: that there is no certificate yet, that it ends soon, or that it has ended. */
export function CertificateNote() {
  const { t } = useTranslation('part');
  const dates = useDates();
  const { participation, certificate, today } = useMe();
  if (participation?.answer !== 'yes') return null;
  const left = certificate === null ? null : daysBetween(today, certificate.expiresOn);
  if (left !== null && left > daysShownBefore) return null;
  const day = certificate === null ? '' : dates.shortDay(certificate.expiresOn);
  const words =
    left === null
      ? t('certificate.none')
      : left < 0
        ? t('certificate.ended', { day })
        : t('certificate.soon', { day });
  return (
    <Section title={t('certificate.title')}>
      <RowList>
        <li>
          <RowLink to="/my-trainings" title={t('certificate.look')} detail={words} />
        </li>
      </RowList>
    </Section>
  );
}
