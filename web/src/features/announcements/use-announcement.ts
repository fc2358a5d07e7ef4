import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#shared/contract/client.ts';
import { dutyWordsIn } from '#shared/domain/duty-words/duty-words.ts';
import { useCommand } from '../../app/api.tsx';

export interface Draft {
  subject: string;
  body: string;
}
export type WrittenIn = 'en' | 'es';
type Drafts = Record<WrittenIn, Draft>;

const empty: Draft = { subject: '', body: '' };
const isBlank = ({ subject, body }: Draft) => subject.trim() === '' && body.trim() === '';

/** What is wrong with a draft, by field; a language that was left empty is not sent. */
type DraftError = 'subject' | 'body' | 'one';

function errorsOf(drafts: Drafts): Record<string, DraftError> {
  const errors: Record<string, DraftError> = {};
  if (isBlank(drafts.en) && isBlank(drafts.es)) return { 'en.subject': 'one' };
  for (const language of ['en', 'es'] as const) {
    const { subject, body } = drafts[language];
    if (isBlank(drafts[language])) continue;
    if (subject.trim().length < 3) errors[`${language}.subject`] = 'subject';
    if (body.trim().length < 10) errors[`${language}.body`] = 'body';
  }
  return errors;
}

/** Writing, looking, sending: the same words go to the preview and out. */
export function useAnnouncement(schoolId: string, classId: string | undefined) {
  const navigate = useNavigate();
  const [drafts, setDrafts] = useState<Drafts>({ en: empty, es: empty });
  const [errors, setErrors] = useState<Record<string, DraftError>>({});
  const [seen, setSeen] = useState<Answer<'previewAnnouncement'> | null>(null);
  const preview = useCommand('previewAnnouncement', { onDone: setSeen });
  const send = useCommand('sendAnnouncement', {
    onDone: () =>
      navigate({
        to: '/school-board/$schoolId/announcements',
        params: { schoolId },
        state: { created: true },
      }),
  });
  const versionOf = (draft: Draft) => (isBlank(draft) ? null : draft);
  const request = {
    params: { schoolId },
    body: {
      audience: classId === undefined ? { kind: 'school' as const } : { kind: 'class' as const, classId },
      versions: { en: versionOf(drafts.en), es: versionOf(drafts.es) },
    },
  };
  const texts = [drafts.en.subject, drafts.en.body, drafts.es.subject, drafts.es.body];
  return {
    drafts,
    errors,
    change: (language: WrittenIn, change: Partial<Draft>) =>
      setDrafts((before) => ({ ...before, [language]: { ...before[language], ...change } })),
    seen,
    back: () => setSeen(null),
    preview: {
      pending: preview.pending,
      problem: preview.problem,
      ask: () => {
        const found = errorsOf(drafts);
        setErrors(found);
        // The notice beside the words says which ones; the server would refuse them too.
        if (Object.keys(found).length === 0 && texts.flatMap(dutyWordsIn).length === 0) preview.send(request);
      },
    },
    send: { pending: send.pending, problem: send.problem, now: () => send.send(request) },
  };
}
