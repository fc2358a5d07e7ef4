import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { visitSubject } from '../../app/offline/changes.ts';
import { useSaid } from '../../app/said.ts';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { HopesAfterVisit } from '../hopes/hopes-after-visit.tsx';
import { Preparation } from '../hopes/preparation.tsx';
import { useVisitWords } from '../today/visit-words.ts';
import { OnPhoneOr } from '../waiting/on-phone.tsx';
import type { Answered } from './answer-buttons.tsx';
import { OwnClaim } from './own-claim.tsx';
import { VisitDetails } from './visit-details.tsx';
import { VisitNextStep } from './visit-next-step.tsx';
import { VisitReflections } from './visit-reflections.tsx';
import { VisitTeam } from './visit-team.tsx';

/** One visit from the plan to the pay. */
export function VisitPage() {
  const { t } = useTranslation(['visit', 'request', 'shell']);
  const { visitId } = useParams({ from: '/signed-in/visits/$visitId' });
  const query = useRead('getVisit', { params: { visitId } });
  const words = useVisitWords();
  const said = useSaid();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const navigate = useNavigate();
  // Whoever said no may no longer be of the team, and the page no longer theirs.
  const onAnswered = async (answer: Answered) => {
    if (answer === 'saidNo') await navigate({ to: '/today', state: { said: 'saidNo' } });
    else setAnswered(answer);
  };
  const visit = query.data;
  return (
    <Page
      title={visit === undefined ? t('visit:when') : words.title(visit)}
      back={<BackLink to="/today">{t('shell:nav.today')}</BackLink>}
      eyebrow={visit && `${words.number(visit)} · ${t(`visit:status.${visit.status}`)}`}
      lead={visit && words.when(visit)}
    >
      <Loaded query={query} lines={6}>
        {(data) => (
          <>
            <OnPhoneOr subject={visitSubject(visitId)}>
              <VisitNextStep visit={data} onAnswered={onAnswered} />
            </OnPhoneOr>
            <StatusLine>
              {answered === null ? said !== undefined && t(`visit:said.${said}`) : t(`request:${answered}`)}
            </StatusLine>
            {data.students.every(({ number }) => number > 1) && <Preparation visit={data} />}
            <VisitDetails visit={data} />
            <VisitTeam visit={data} />
            <VisitReflections visit={data} />
            <HopesAfterVisit visit={data} />
            <OwnClaim visit={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
