import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Notice } from '../../components/ui/notice.tsx';
import { useDates } from '../../i18n/dates.ts';

type Refused = Answer<'recordCompletions'>['refused'];

/** Those whom a training cannot certify on its day, each with the reason and what suits them. */
export function NotCertified({ people }: { people: Refused }) {
  const { t } = useTranslation('training');
  const dates = useDates();
  return (
    <div role="status">
      {people.length > 0 && (
        <Notice>
          <p>
            <strong>{t('record.refused')}</strong>
          </p>
          <ul>
            {people.map(({ personId, name, because, certificate, renewal }) => (
              <li key={personId}>
                {t(`record.because.${because}`, {
                  name,
                  from: renewal === null ? '' : dates.shortDay(renewal.from),
                  until: certificate === null ? '' : dates.shortDay(certificate.expiresOn),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
