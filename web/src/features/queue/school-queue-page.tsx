import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { QueueOrder } from './queue-order.tsx';

/** Whom to invite next in a whole school: the first of one order over all its classes. */
export function SchoolQueuePage() {
  const { t } = useTranslation(['queue', 'family']);
  const { schoolId } = useParams({ from: '/signed-in/schools/$schoolId/queue' });
  const { permissions } = useMe();
  const query = useRead('getSchoolQueue', { params: { schoolId }, query: { limit: 25 } });
  const name = query.data?.name;
  const back = permissions.includes('school:coordinate') ? (
    <BackLink to="/school-board/$schoolId" params={{ schoolId }}>
      {t('queue:school')}
    </BackLink>
  ) : (
    <BackLink to="/classes">{t('family:classes.title')}</BackLink>
  );
  return (
    <Page title={t('queue:title')} eyebrow={name} lead={t('queue:lead')} back={back}>
      <Loaded query={query} lines={8}>
        {(queue) => <QueueOrder queue={queue} />}
      </Loaded>
    </Page>
  );
}
