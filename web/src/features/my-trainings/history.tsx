import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Row, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag, type TagTone } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

type History = Pick<Answer<'getMyTrainings'>, 'trainings' | 'certificates'>;

const tones: Record<History['trainings'][number]['status'], TagTone> = {
  signed_up: 'good',
  waiting: 'waiting',
  completed: 'good',
  attended: 'plain',
  absent: 'plain',
};

/** Trainings somebody took part in, newest first, with the minutes that are kept. */
export function TrainingRows({ trainings }: Pick<History, 'trainings'>) {
  const { t } = useTranslation('training');
  const dates = useDates();
  if (trainings.length === 0) return <p>{t('mine.noHistory')}</p>;
  return (
    <RowList>
      {trainings.map(({ training, status, minutes }) => (
        <li key={training.trainingId}>
          <Row
            title={training.title}
            detail={[
              dates.shortDay(training.heldOn),
              t(`kind.${training.kind}`),
              ...(minutes === null ? [] : [t('minutes', { minutes })]),
            ].join(' · ')}
            aside={
              training.cancelledAt === null ? (
                <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
              ) : (
                <Tag>{t('mine.cancelled')}</Tag>
              )
            }
          />
        </li>
      ))}
    </RowList>
  );
}

/** Every certificate there ever was, newest first. */
export function CertificateRows({ title, certificates }: Pick<History, 'certificates'> & { title: string }) {
  const { t } = useTranslation('training');
  const dates = useDates();
  return (
    <Section title={title}>
      {certificates.length === 0 ? (
        <p>{t('history.noCertificates')}</p>
      ) : (
        <RowList>
          {certificates.map(({ issuedOn, expiresOn }) => (
            <li key={`${issuedOn} ${expiresOn}`}>
              <Row
                title={t('mine.certificateSpan', {
                  from: dates.shortDay(issuedOn),
                  until: dates.shortDay(expiresOn),
                })}
              />
            </li>
          ))}
        </RowList>
      )}
    </Section>
  );
}
