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
  const { permissions } = useMe();
  const names = useNames();
  const where =
    visit.type === 'neutral'
      ? t('where_neutral', { place: visit.place ?? '' })
      : t(visit.type === 'home' ? 'where_home' : 'where_virtual');
  const { familyId, ended, late } = visit;
  const notApproved = late !== null && visit.status === 'cancelled';
  const why =
    ended === null
      ? null
      : notApproved
        ? t('late.refused')
        : t('ended.because', {
            side: t(`ended.side_${ended.side}`),
            reason: t(`ended.reason_${ended.reason}`),
          });
  return (
    <Card>
      <Facts
        items={[
          [t('length'), t('minutes', { count: visit.actualMinutes ?? visit.minutes })],
          [t('where'), where],
          [t('whyNot'), why],
          [t('lateEntry'), visit.status === 'awaiting_approval' ? null : (visit.late?.reason ?? null)],
          [t('confirmed'), visit.confirmedAt === null ? null : t('confirmedYes')],
          [t('familySaid'), visit.feedback === undefined ? null : t(`familySaid_${visit.feedback.how}`)],
          [t('familyWords'), visit.feedback?.words ?? null],
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
