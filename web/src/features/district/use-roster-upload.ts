import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { NotFetched } from '../../app/not-fetched.ts';
import { packed, type RosterChoice, sendFile } from './roster-files.ts';

type Stage = 'choosing' | 'packing' | 'sending';

/** From chosen files to the import's own page: pack, ask for a place, send. */
export function useRosterUpload() {
  const { t } = useTranslation(['district', 'problem']);
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>('choosing');
  const [part, setPart] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const file = useRef<Blob | null>(null);
  const start = useCommand('startRosterImport', {
    onDone: async ({ importId, upload }) => {
      if (file.current === null) return;
      try {
        await sendFile(upload, file.current, setPart);
        await navigate({ to: '/roster/$importId', params: { importId } });
      } catch {
        setFailure(t('roster.uploadFailed'));
      }
      setStage('choosing');
    },
  });

  const send = async (choice: Exclude<RosterChoice, { kind: 'mend' }>) => {
    setFailure(null);
    setPart(0);
    setStage('packing');
    try {
      file.current = choice.kind === 'zip' ? choice.file : await packed(choice.files);
      setStage('sending');
      start.send(
        { body: { fileName: nameOf(choice), bytes: file.current.size } },
        { onError: () => setStage('choosing') },
      );
    } catch (error) {
      setFailure(t(error instanceof NotFetched ? 'problem:no_connection' : 'roster.unreadable'));
      setStage('choosing');
    }
  };
  return { stage, part, failure, problem: start.problem, send };
}

/** How the import is listed: the zip's own name, or the names of its tables. */
function nameOf(choice: Exclude<RosterChoice, { kind: 'mend' }>): string {
  if (choice.kind === 'zip') return choice.file.name.slice(0, 200);
  const names = choice.files.map((file) => file.name).join(', ');
  return names.length <= 200 ? names : `${names.slice(0, 199)}…`;
}
