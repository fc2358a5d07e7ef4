import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useArrival } from '../../app/said.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';
import { usePlaceNames } from '../../i18n/place-names.ts';
import { RulesVersions } from './rules-versions.tsx';
import { SchoolYears } from './school-years.tsx';

/** How the district works: the versions of its rules, its school years, its fund. */
export function SettingsPage() {
  const { t } = useTranslation('district');
  const dates = useDates();
  const { rulesFrom } = useArrival();
  const query = useRead('getSettings', {});
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <StatusLine>
        {rulesFrom !== undefined && t('settings.saved', { day: dates.shortDay(rulesFrom) })}
      </StatusLine>
      <Loaded query={query} lines={6}>
        {(settings) => <Settings settings={settings} />}
      </Loaded>
    </Page>
  );
}

function Settings({ settings }: { settings: Answer<'getSettings'> }) {
  const { t } = useTranslation('district');
  const { today } = useMe();
  const place = usePlaceNames();
  const { district, fund, policies, schoolYears } = settings;
  return (
    <>
      <Section title={t('settings.rules')} hint={t('settings.rulesHint')}>
        {policies.length === 0 && (
          <EmptyState title={t('settings.noRules')}>
            <p>{t('settings.noRulesBody')}</p>
          </EmptyState>
        )}
        <RulesVersions policies={policies} today={today} />
        <Actions>
          <ButtonLink look="primary" to="/settings/rules">
            {t('settings.change')}
          </ButtonLink>
        </Actions>
      </Section>
      <SchoolYears years={schoolYears} />
      <Section title={t('settings.fund')} hint={t('settings.fundHint')}>
        <Card>
          <Facts
            items={[
              [t('settings.fundName'), fund.name],
              [t('settings.accountCode'), fund.accountCode],
            ]}
          />
        </Card>
      </Section>
      <Section title={t('settings.district')}>
        <Card>
          <Facts
            items={[
              [t('settings.district'), district.name],
              [t('settings.state'), place.state(district.state)],
              [t('settings.timeZone'), place.zone(district.timeZone)],
            ]}
          />
        </Card>
      </Section>
    </>
  );
}
