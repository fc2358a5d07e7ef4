import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/contract/errors.ts';
import { useSignIn } from '../../app/session.tsx';
import { useProblemWords } from '../../i18n/problem-words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What the server refused, in the reader's words, with the way on. Nothing when there is no problem. */
export function ProblemAlert({ problem, onRetry }: { problem: Problem | null; onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { signIn } = useSignIn();
  const { href } = useLocation();
  return (
    <div role="alert" className="pl-status">
      {problem !== null && (
        <Notice tone="bad">
          <p>{words(problem)}</p>
          {problem.status >= 500 && problem.requestId !== '' && (
            <small>{t('problemNumber', { number: problem.requestId })}</small>
          )}
          {problem.code === 'NOT_SIGNED_IN' ? (
            <Button onClick={() => void signIn(href)}>{t('signIn')}</Button>
          ) : (
            onRetry !== undefined && <Button onClick={onRetry}>{t('tryAgain')}</Button>
          )}
        </Notice>
      )}
    </div>
  );
}
