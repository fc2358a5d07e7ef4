import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Coverage } from './coverage.tsx';
import { LateEntries } from './late-entries.tsx';
import { Months } from './months.tsx';
import { LateReflections, OpenRequests } from './open-requests.tsx';
import { WhoTakesPart } from './who-takes-part.tsx';

type Board = Answer<'getSchoolBoard'>;

/** How a school’s visits stand, for its coordinator: what waits comes first, numbers and people after it. */
export function BoardPage() {
  const { t } = useTranslation('school');
  const { schoolId } = useParams({ from: '/signed-in/school-board/$schoolId' });
  const query = useRead('getSchoolBoard', { params: { schoolId } });
  const [said, setSaid] = useState<string | null>(null);
  const board = query.data;
  return (
    <Page
      title={board?.school.name ?? t('board.title')}
      eyebrow={board && t('board.year', { year: board.year })}
      lead={board && <Lead board={board} />}
    >
      <StatusLine>{said}</StatusLine>
      <Loaded query={query} lines={8}>
        {(data) => (
          <>
            <LateEntries entries={data.lateEntries} onSaid={setSaid} />
            <Coverage board={data} />
            <Actions>
              <ButtonLink to="/schools/$schoolId/queue" params={{ schoolId }}>
                {t('board.next')}
              </ButtonLink>
              <ButtonLink to="/school-board/$schoolId/pairs" params={{ schoolId }}>
                {t('board.pairs')}
              </ButtonLink>
              <ButtonLink to="/school-board/$schoolId/announcements" params={{ schoolId }}>
                {t('board.announce')}
              </ButtonLink>
            </Actions>
            <OpenRequests requests={data.requests} />
            <LateReflections people={data.lateReflections} today={data.today} />
            <WhoTakesPart board={data} />
            <Months months={data.months} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lead({ board }: { board: Board }) {
  const { t } = useTranslation('school');
  const late = board.lateEntries.filter(({ own }) => !own).length;
  if (late > 0) return t('board.leadLate', { count: late });
  if (board.requests.length > 0) return t('board.leadRequests', { count: board.requests.length });
  return t('board.leadQuiet');
}
