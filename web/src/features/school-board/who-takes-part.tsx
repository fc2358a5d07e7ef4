import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCertificateWords } from '../../components/certificate-line.tsx';
import { Row, RowList } from '../../components/ui/card.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

type Board = Answer<'getSchoolBoard'>;

/** Who said yes and is certified, and whose certificate ends; everybody else stands there without a difference. */
export function WhoTakesPart({ board }: { board: Board }) {
  const { t } = useTranslation('school');
  const certificate = useCertificateWords();
  const { willing, others, today } = board;
  return (
    <>
      <Expiring board={board} />
      <Section
        title={t('people.title')}
        hint={willing.length === 0 ? t('people.nobody') : t('people.lead', { count: willing.length })}
      >
        {willing.length > 0 && (
          <RowList>
            {willing.map((one) => (
              <li key={one.personId}>
                <Row title={one.name} detail={certificate(one.certificate, today)} />
              </li>
            ))}
          </RowList>
        )}
        {others.length > 0 && (
          <Disclosure summary={t('people.others', { count: others.length })}>
            <p>{t('people.othersNote')}</p>
            <ul>
              {others.map(({ personId, name }) => (
                <li key={personId}>{name}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
    </>
  );
}

function Expiring({ board: { expiring, today } }: { board: Board }) {
  const { t } = useTranslation('school');
  const dates = useDates();
  if (expiring.length === 0) return null;
  return (
    <Section title={t('people.expiring')}>
      <RowList>
        {expiring.map(({ personId, name, expiresOn }) => (
          <li key={personId}>
            <Row
              title={name}
              aside={
                <Tag tone={expiresOn < today ? 'bad' : 'waiting'}>
                  {t(expiresOn < today ? 'people.ended' : 'people.ends', { day: dates.shortDay(expiresOn) })}
                </Tag>
              }
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
