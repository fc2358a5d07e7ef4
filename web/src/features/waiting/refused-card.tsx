import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import type { Change } from '../../app/offline/changes.ts';
import { useOutbox } from '../../app/offline/offline-context.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink, type ButtonLook } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useNames } from '../../i18n/names.ts';
import { useProblemWords } from '../../i18n/problem-words.ts';
import { Written } from './written.tsx';

/** A change the server did not take: why, what was written, how it stands there now, and the two ways on. */
export function RefusedCard({ change, first }: { change: Change; first: boolean }) {
  const { t } = useTranslation('waiting');
  const problemWords = useProblemWords();
  const outbox = useOutbox();
  const [asking, setAsking] = useState(false);
  return (
    <Card lit={first}>
      {change.problem !== null && (
        <Notice tone="bad">
          <p>{problemWords(change.problem)}</p>
        </Notice>
      )}
      <Written change={change} />
      <Now change={change} />
      <Actions>
        <WriteAnew change={change} look={first ? 'primary' : 'secondary'} />
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('keepTheirs')}
        </Button>
      </Actions>
      {asking && (
        <ConfirmDialog
          title={t('reallyTitle')}
          yes={t('really')}
          no={t('keepMine')}
          look="danger"
          onYes={() => void outbox.drop(change.place)}
          onClose={() => setAsking(false)}
        >
          <p>{t('reallyBody')}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}

function Now({ change }: { change: Change }) {
  const { t } = useTranslation('waiting');
  const { params } = change.args;
  // An entry that only adds has nothing to stand against.
  if ('familyId' in params) return null;
  return (
    <div className="pl-written">
      <h4>{t('now')}</h4>
      {'studentId' in params ? <ReflectionNow params={params} /> : <VisitNow params={params} />}
    </div>
  );
}

function VisitNow({ params }: { params: { visitId: string } }) {
  const { t } = useTranslation(['waiting', 'visit']);
  const names = useNames();
  const { data } = useRead('getVisit', { params });
  if (data === undefined) return <p>{t('waiting:nowUnknown')}</p>;
  return (
    <p>
      {[
        t(`visit:status.${data.status}`),
        t('visit:minutes', { count: data.actualMinutes ?? data.minutes }),
        names.all(data.team.map((member) => member.name)),
      ].join(' · ')}
    </p>
  );
}

function ReflectionNow({ params }: { params: { visitId: string; studentId: string } }) {
  const { t } = useTranslation('waiting');
  const { data } = useRead('getMyReflection', { params });
  if (data === undefined) return <p>{t('nowUnknown')}</p>;
  const { version } = data.reflection;
  return <p>{version === 0 ? t('nowReflectionOwed') : t('nowReflection', { count: version })}</p>;
}

/** The form it was written in, filled with what was written; saving there replaces it here. */
function WriteAnew({ change, look }: { change: Change; look: ButtonLook }) {
  const { t } = useTranslation('waiting');
  const { params } = change.args;
  if ('familyId' in params) {
    return (
      <ButtonLink look={look} to="/families/$familyId" params={params}>
        {t('lookAndWrite')}
      </ButtonLink>
    );
  }
  if ('studentId' in params) {
    return (
      <ButtonLink look={look} to="/visits/$visitId/students/$studentId/reflection" params={params}>
        {t('again')}
      </ButtonLink>
    );
  }
  const to = change.id === 'completeVisit' ? '/visits/$visitId/log' : '/visits/$visitId/cancel';
  return (
    <ButtonLink look={look} to={to} params={params}>
      {t('again')}
    </ButtonLink>
  );
}
