import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useArrival } from '../../app/said.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useFamilyName } from '../families/family-name.ts';
import { GuardianContacts } from '../families/guardian-contacts.tsx';
import { GuardianDialog } from './guardian-dialog.tsx';
import { HomeLanguage } from './home-language.tsx';
import { LeaveAlone } from './leave-alone.tsx';
import { PageLinks } from './page-links.tsx';
import { Siblings } from './siblings.tsx';
import { StoppedAnnouncements } from './stopped-announcements.tsx';

type FamilyData = Answer<'getFamily'>;
type Guardian = FamilyData['guardians'][number];

/** What is kept of a home: its language, whom to talk to, and who is to be left alone. */
export function HouseholdPage() {
  const { t } = useTranslation('household');
  const { familyId } = useParams({ from: '/signed-in/families/$familyId/household' });
  const query = useRead('getFamily', { params: { familyId } });
  const familyName = useFamilyName();
  const { householdSaid } = useArrival();
  const name = query.data === undefined ? t('yourFamily') : familyName(query.data);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={
        <BackLink to="/families/$familyId" params={{ familyId }}>
          {name}
        </BackLink>
      }
    >
      <StatusLine>{householdSaid}</StatusLine>
      <Loaded query={query} lines={6}>
        {(data) => (
          <>
            <People data={data} />
            <StoppedAnnouncements guardians={data.guardians} />
            <Siblings data={data} />
            <HomeLanguage key={data.family.language} family={data.family} />
            <PageLinks familyId={familyId} />
            <LeaveAlone family={data.family} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function People({ data }: { data: FamilyData }) {
  const { t } = useTranslation('household');
  const [edited, setEdited] = useState<Guardian | 'new' | null>(null);
  const [said, setSaid] = useState<'saved' | 'removed' | null>(null);
  return (
    <Section title={t('people')}>
      <StatusLine>{said !== null && t(said)}</StatusLine>
      <GuardianContacts
        guardians={data.guardians}
        actions={(guardian) => (
          <Button
            look="quiet"
            aria-label={t('changeName', { name: guardian.name })}
            onClick={() => setEdited(guardian)}
          >
            {t('change')}
          </Button>
        )}
      />
      <Actions>
        <Button onClick={() => setEdited('new')}>{t('add')}</Button>
      </Actions>
      {edited !== null && (
        <GuardianDialog
          familyId={data.family.familyId}
          guardian={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onDone={(done) => {
            setEdited(null);
            setSaid(done);
          }}
        />
      )}
    </Section>
  );
}
