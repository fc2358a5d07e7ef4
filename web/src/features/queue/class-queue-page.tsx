import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useNames } from '../../i18n/names.ts';
import { QueueOrder } from './queue-order.tsx';

/** Whom to invite next in a class. One order for everybody who looks: no sort, no filter, no search (I13). */
export function ClassQueuePage() {
  const { t } = useTranslation(['queue', 'family']);
  const { classId } = useParams({ from: '/signed-in/classes/$classId/queue' });
  const { permissions, schools } = useMe();
  const names = useNames();
  const query = useRead('getClassQueue', { params: { classId } });
  const name = query.data?.name;
  return (
    <Page
      title={t('queue:title')}
      eyebrow={query.data === undefined ? undefined : names.school(schools, query.data.schoolId)}
      lead={t('queue:lead')}
      back={
        <BackLink to="/classes/$classId" params={{ classId }}>
          {name ?? t('family:classes.title')}
        </BackLink>
      }
    >
      <Loaded query={query} lines={8}>
        {(queue) => (
          <>
            <QueueOrder queue={queue} />
            <Actions>
              {permissions.includes('family:invite') && (
                <ButtonLink to="/classes/$classId/letters" params={{ classId }}>
                  {t('queue:letters')}
                </ButtonLink>
              )}
              <ButtonLink look="quiet" to="/schools/$schoolId/queue" params={{ schoolId: queue.schoolId }}>
                {t('queue:wholeSchool')}
              </ButtonLink>
            </Actions>
          </>
        )}
      </Loaded>
    </Page>
  );
}
