import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card, Row, RowList } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

/** The secret links to the family's own page: how many are out, and the way to end them all when one was lost. */
export function PageLinks({ familyId }: { familyId: string }) {
  const { t } = useTranslation('household');
  const { t: shell } = useTranslation();
  const { permissions, district } = useMe();
  const dates = useDates();
  const [asked, setAsked] = useState(false);
  const query = useRead('listFamilyLinks', { params: { familyId } });
  const revoke = useCommand('revokeFamilyLinks', { onDone: () => setAsked(false) });
  const dayOf = (instant: string) => dates.shortDay(dates.localDateOf(instant, district.timeZone));
  return (
    <Section title={t('links')} hint={t('linksHint')}>
      <StatusLine>{revoke.done && t('linksEnded')}</StatusLine>
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>{t('noLinks')}</Card>
          ) : (
            <>
              <RowList>
                {items.map((link) => (
                  <li key={`${link.madeAt} ${link.guardian}`}>
                    <Row
                      title={
                        link.guardian === null ? t(`link_${link.via}`) : t('linkTo', { name: link.guardian })
                      }
                      detail={t('linkMade', { day: dayOf(link.madeAt) })}
                      aside={
                        <Tag tone={link.holds ? 'good' : 'plain'}>
                          {t(link.holds ? 'linkHolds' : 'linkOver')}
                        </Tag>
                      }
                    />
                  </li>
                ))}
              </RowList>
              <ProblemAlert problem={revoke.problem} />
              {permissions.includes('family:invite') && items.some(({ holds }) => holds) && (
                <Actions>
                  {asked ? (
                    <>
                      <Button
                        look="danger"
                        pending={revoke.pending}
                        onClick={() => revoke.send({ params: { familyId } })}
                      >
                        {t('endLinksSure')}
                      </Button>
                      <Button look="quiet" onClick={() => setAsked(false)}>
                        {shell('cancel')}
                      </Button>
                    </>
                  ) : (
                    <Button look="danger" onClick={() => setAsked(true)}>
                      {t('endLinks')}
                    </Button>
                  )}
                </Actions>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
