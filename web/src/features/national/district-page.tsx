import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useAskAgain } from '../../app/read-on.ts';
import { useArrival } from '../../app/said.ts';
import { useFrame } from '../../app/shell/frame-context.ts';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { usePlaceNames } from '../../i18n/place-names.ts';
import { CountFigures } from './count-figures.tsx';
import { DistrictStatusTag } from './district-status-tag.tsx';
import { InviteAdminForm } from './invite-admin-form.tsx';

/** One district: whether it is ready, its counts, and inviting who runs it. */
export function DistrictPage() {
  const { t } = useTranslation('national');
  const { districtId } = useParams({ from: '/signed-in/districts/$districtId' });
  const query = useRead('getDistrict', { params: { districtId } });
  useAskAgain(query, query.data?.status === 'preparing');
  return (
    <Page
      title={query.data?.name ?? t('district')}
      back={<BackLink to="/districts">{t('title')}</BackLink>}
      wide
    >
      <Loaded query={query} lines={5}>
        {(district) => <District district={district} />}
      </Loaded>
    </Page>
  );
}

function District({ district }: { district: Answer<'getDistrict'> }) {
  const { t } = useTranslation('national');
  const { permissions } = useFrame();
  return (
    <>
      <Progressing status={district.status} />
      {permissions.includes('national:manage') && <InviteAdminForm district={district} />}
      <Section title={t('countsOf', { year: district.year })} hint={t('rateMeaning')}>
        <CountFigures counts={district.counts} students />
      </Section>
      <About district={district} />
    </>
  );
}

/** Says that the district is open, that it is being prepared, and when that is over. */
function Progressing({ status }: { status: Answer<'getDistrict'>['status'] }) {
  const { t } = useTranslation('national');
  const created = useArrival().created === true;
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (status === 'preparing') setWaited(true);
  }, [status]);
  const ready = status === 'ready';
  return (
    <>
      <StatusLine>{ready && waited ? t('page.nowReady') : created && t('page.created')}</StatusLine>
      {!ready && <Notice>{t('page.preparing')}</Notice>}
    </>
  );
}

function About({ district }: { district: Answer<'getDistrict'> }) {
  const { t } = useTranslation('national');
  const place = usePlaceNames();
  return (
    <Section title={t('page.about')}>
      <Card>
        <Facts
          items={[
            [t('state'), place.state(district.state)],
            [t('page.timeZone'), place.zone(district.timeZone)],
            [t('page.status'), <DistrictStatusTag key="status" status={district.status} />],
          ]}
        />
      </Card>
    </Section>
  );
}
