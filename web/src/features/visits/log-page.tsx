import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { visitSubject } from '../../app/offline/changes.ts';
import { useChangeOf } from '../../app/offline/offline-context.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useVisitWords } from '../today/visit-words.ts';
import { WaitingNote } from '../waiting/waiting-note.tsx';
import { LogForm } from './log-form.tsx';

/** Logs a visit as done in under a minute: two answers, both filled in already. Works without a connection. */
export function LogPage() {
  const { t } = useTranslation('visit');
  const { visitId } = useParams({ from: '/signed-in/visits/$visitId/log' });
  const query = useRead('getVisit', { params: { visitId } });
  const words = useVisitWords();
  const visit = query.data;
  return (
    <Page
      title={t('logPage.title')}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId }}>
          {visit === undefined ? t('when') : words.title(visit)}
        </BackLink>
      }
      lead={visit && words.when(visit)}
    >
      <Loaded query={query}>{(data) => <WhatToLog visit={data} />}</Loaded>
    </Page>
  );
}

function WhatToLog({ visit }: { visit: Answer<'getVisit'> }) {
  const change = useChangeOf(visitSubject(visit.visitId));
  if (visit.status !== 'scheduled') return <NothingToLog visit={visit} />;
  if (change !== undefined && change.problem === null) return <WaitingNote change={change} />;
  return <LogForm visit={visit} written={change} />;
}

/** Somebody else of the team was faster, or the visit was called off. */
function NothingToLog({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  return (
    <Card lit>
      <p>{t('logPage.notNow', { status: t(`status.${visit.status}`) })}</p>
      <Actions>
        <ButtonLink look="primary" to="/visits/$visitId" params={{ visitId: visit.visitId }}>
          {t('logPage.openVisit')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
