import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useFrame } from '../../app/shell/frame-context.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { usePlaceNames } from '../../i18n/place-names.ts';
import { CountFigures } from './count-figures.tsx';
import { sumOf, useCountWords } from './count-words.ts';
import { DistrictStatusTag } from './district-status-tag.tsx';

/** Every district with its counts of the year. */
export function DistrictsPage() {
  const { t } = useTranslation('national');
  const { permissions } = useFrame();
  const query = useReadList('listDistricts', { query: { limit: 100 } });
  const mayOpen = permissions.includes('national:manage');
  const known = query.data !== undefined && !query.hasNextPage && query.data.items.length > 0;
  return (
    <Page title={t('title')} lead={known ? t('lead', { count: query.data.items.length }) : ''} wide>
      <Loaded query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <NoDistrict mayOpen={mayOpen} />
          ) : (
            <>
              {mayOpen && (
                <Actions>
                  <ButtonLink look="primary" to="/districts/new">
                    {t('create')}
                  </ButtonLink>
                </Actions>
              )}
              {!query.hasNextPage && items.length > 1 && (
                <Section title={t('allDistricts')}>
                  <CountFigures counts={sumOf(items.map((item) => item.counts))} />
                </Section>
              )}
              <Section title={t('title')} hint={t('rateMeaning')}>
                <DistrictsTable districts={items} />
                <MoreButton query={query} />
              </Section>
              <p>{t('countsOnly')}</p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NoDistrict({ mayOpen }: { mayOpen: boolean }) {
  const { t } = useTranslation('national');
  return (
    <EmptyState title={t('none')}>
      <p>{t(mayOpen ? 'noneBody' : 'noneReadBody')}</p>
      {mayOpen && (
        <ButtonLink look="primary" to="/districts/new">
          {t('create')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

type District = Answer<'listDistricts'>['items'][number];

function DistrictsTable({ districts }: { districts: readonly District[] }) {
  const { t } = useTranslation('national');
  const place = usePlaceNames();
  const words = useCountWords();
  return (
    <RecordsTable
      caption={t('title')}
      records={districts}
      keyOf={(district) => district.districtId}
      columns={[
        {
          name: t('district'),
          cell: (district) => (
            <>
              <LoneLink to="/districts/$districtId" params={{ districtId: district.districtId }}>
                {district.name}
              </LoneLink>
              {district.status === 'preparing' && (
                <>
                  {' '}
                  <DistrictStatusTag status={district.status} />
                </>
              )}
            </>
          ),
        },
        { name: t('state'), cell: (district) => place.state(district.state) },
        { name: t('year'), cell: (district) => district.year, nowrap: true },
        { name: t('counts.visits'), cell: ({ counts }) => words.number(counts.visits), align: 'right' },
        {
          name: t('counts.rate'),
          cell: ({ counts }) => (
            <>
              {words.rate(counts) ?? ''}
              <small className="pl-cell-detail">{words.rateDetail(counts)}</small>
            </>
          ),
          align: 'right',
        },
        { name: t('counts.trained'), cell: ({ counts }) => words.number(counts.trained), align: 'right' },
      ]}
    />
  );
}
