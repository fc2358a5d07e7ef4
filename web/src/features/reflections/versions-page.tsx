import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead, useReadList } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Quote } from '../../components/ui/quote.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';
import { WrittenWords } from './written-words.tsx';

/** Everything one ever wrote about one child after one visit (I19). */
export function VersionsPage() {
  const { t } = useTranslation('reflection');
  const params = useParams({ from: '/signed-in/visits/$visitId/students/$studentId/reflection/versions' });
  const own = useRead('getMyReflection', { params });
  const list = useReadList('listReflectionVersions', { params, query: {} });
  const name = own.data?.reflection.givenName ?? '…';
  return (
    <Page
      title={t('versionsPage.title', { name })}
      back={
        <BackLink to="/visits/$visitId/students/$studentId/reflection" params={params}>
          {t('title', { name })}
        </BackLink>
      }
      lead={t('versionsPage.lead')}
    >
      <Loaded query={list} lines={6}>
        {({ items }) => (
          <>
            {items.length === 0 && <EmptyState title={t('versionsPage.none')} />}
            {items.map((one) => (
              <Version key={one.version} version={one} />
            ))}
            <MoreButton query={list} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Version({ version: one }: { version: Answer<'listReflectionVersions'>['items'][number] }) {
  const { t } = useTranslation('reflection');
  const { district } = useMe();
  const dates = useDates();
  const when =
    one.writtenAt === null
      ? t('versionsPage.earlier')
      : t('versionsPage.writtenOn', { day: dates.dayOf(one.writtenAt, district.timeZone) });
  const { lookBack } = one;
  return (
    <Section
      title={t('versionsPage.version', { number: one.version })}
      hint={one.takenFrom === null ? when : `${when} · ${t('versionsPage.takenFrom')}`}
    >
      <Card>
        <WrittenWords words={one.words} />
        {lookBack !== null && (
          <>
            <p>
              {t('lookBack.how')} {t(`lookBack.${lookBack.how}`)}
            </p>
            {lookBack.text !== '' && <Quote>{lookBack.text}</Quote>}
          </>
        )}
      </Card>
    </Section>
  );
}
