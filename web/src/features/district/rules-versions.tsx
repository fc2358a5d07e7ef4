import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { PolicyFacts } from '../../components/policy/policy-facts.tsx';
import { Card, CardList } from '../../components/ui/card.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

type Policies = Answer<'getSettings'>['policies'];

/** Every version of the rules, newest first; the one that holds today lies open. */
export function RulesVersions({ policies, today }: { policies: Policies; today: string }) {
  const { t } = useTranslation('district');
  const dates = useDates();
  const now = policyOn(policies, today);
  const newestFirst = [...policies].sort((one, other) => (one.from < other.from ? 1 : -1));
  return (
    <CardList>
      {newestFirst.map((version) => {
        const holds = version.from === now?.from;
        const later = version.from > today;
        return (
          <li key={version.from}>
            <Card>
              <div className="pl-card-head">
                <h3>{t('settings.from', { day: dates.shortDay(version.from) })}</h3>
                <Tag tone={holds ? 'good' : later ? 'waiting' : 'plain'}>
                  {t(holds ? 'settings.holdsNow' : later ? 'settings.holdsLater' : 'settings.held')}
                </Tag>
              </div>
              <Disclosure summary={t('settings.show')} open={holds}>
                <PolicyFacts settings={version.settings} />
              </Disclosure>
            </Card>
          </li>
        );
      })}
    </CardList>
  );
}
