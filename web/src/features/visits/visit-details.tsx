import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { useNames } from '../../i18n/names.ts';

/** Where, who, how long; the day stands under the heading. */
export function VisitDetails({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId, permissions } = useMe();
  const names = useNames();
  const where =
    visit.type === 'neutral'
      ? t('where_neutral', { place: visit.place ?? '' })
      : t(visit.type === 'home' ? 'where_home' : 'where_virtual');
  const { familyId } = visit;
  return (
    <Card>
      <Facts
        items={[
          [t('length'), t('minutes', { count: visit.actualMinutes ?? visit.minutes })],
          [t('where'), where],
          [
            t('team'),
            names.all(
              visit.team.map((member) =>
                member.personId === personId ? t('you', { name: member.name }) : member.name,
              ),
            ),
          ],
          [
            t('about'),
            names.all(
              visit.students.map((student) =>
                t('aboutOne', { name: student.givenName, number: student.number }),
              ),
            ),
          ],
          [
            t('family'),
            permissions.includes('family:read') ? (
              <LoneLink key="family" to="/families/$familyId" params={{ familyId }}>
                {t('openFamily')}
              </LoneLink>
            ) : null,
          ],
        ]}
      />
    </Card>
  );
}
