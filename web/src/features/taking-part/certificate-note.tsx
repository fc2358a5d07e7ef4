import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useAway } from '../../app/offline/offline-context.ts';
import { useMe } from '../../app/session.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { daysBetween, useDates } from '../../i18n/dates.ts';
import { type Standing, useNextTrainingWords } from './next-training.ts';

/** So many days before its last day a certificate begins to show; mail comes 60 and 14 days before. */
const daysShownBefore = 60;

/** For those who take part: that there is no certificate yet, that it ends soon, or that it has ended. */
export function CertificateNote() {
  const { participation, certificate, today } = useMe();
  if (participation?.answer !== 'yes') return null;
  const left = certificate === null ? null : daysBetween(today, certificate.expiresOn);
  if (left !== null && left > daysShownBefore) return null;
  return <Note standing={left === null ? 'none' : left < 0 ? 'ended' : 'soon'} />;
}

function Note({ standing }: { standing: Standing }) {
  const { t } = useTranslation('part');
  const dates = useDates();
  const next = useNextTrainingWords();
  const { certificate } = useMe();
  const trainings = useRead('getMyTrainings', {}, { enabled: !useAway() });
  const day = certificate === null ? '' : dates.shortDay(certificate.expiresOn);
  const words = [
    standing === 'none' ? '' : t(`certificate.${standing}`, { day }),
    trainings.isLoading ? '' : next(standing, trainings.data),
  ];
  return (
    <Section title={t('certificate.title')}>
      <RowList>
        <li>
          <RowLink to="/my-trainings" title={t('certificate.look')} detail={words.join(' ').trim()} />
        </li>
      </RowList>
    </Section>
  );
}
