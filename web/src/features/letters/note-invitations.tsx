import { useTranslation } from 'react-i18next';
import { useCommandSeries } from '../../app/command-series.ts';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Progress } from '../../components/ui/progress.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import type { Letter } from './letter-sheet.tsx';

/** A printed letter is no invitation yet: this notes them all once they are on their way. */
export function NoteInvitations({ letters }: { letters: readonly Letter[] }) {
  const { t } = useTranslation('letters');
  const series = useCommandSeries('inviteFamily');
  const unasked = letters.filter(
    ({ familyId, invitation }) => invitation.status === 'not_invited' && !series.done.includes(familyId),
  );
  const open = unasked.filter(({ familyId }) => !series.refused.has(familyId));
  const send = () =>
    void series.run(
      open.map(({ familyId, invitation }) => ({
        key: familyId,
        args: { params: { familyId }, body: { how: 'letter', rev: invitation.rev } },
      })),
    );
  return (
    <>
      {open.length > 0 && (
        <div>
          <Button onClick={send} pending={series.running}>
            {t('sent', { count: open.length })}
          </Button>
          <p className="pl-hint">{t('sentHint')}</p>
        </div>
      )}
      {series.running && <Progress label={t('noting', { done: series.done.length, total: series.total })} />}
      <ProblemAlert problem={series.stopped} />
      {series.refused.size > 0 && <Notice tone="bad">{t('notNoted', { count: series.refused.size })}</Notice>}
      <StatusLine>
        {!series.running && series.done.length > 0 && t('noted', { count: series.done.length })}
      </StatusLine>
    </>
  );
}
