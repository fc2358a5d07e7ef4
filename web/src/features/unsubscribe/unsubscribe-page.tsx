import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { Alone } from '../../app/pages/alone.tsx';
import { LanguageButton } from '../../app/shell/language-button.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';

/**
 * Stops seasonal prompts for whoever got the mail. The link stands behind `#`, where no server log sees it; opening
 * the page changes nothing, only the button does (I37).
 */
export function UnsubscribePage() {
  const { t } = useTranslation('unsubscribe');
  const { hash: link } = useLocation();
  const { send, pending, done, problem } = useCommand('unsubscribe');
  return (
    <Alone title={done ? t('doneTitle') : t('title')}>
      <StatusLine>{done && t('done')}</StatusLine>
      <ProblemAlert problem={problem} />
      {link === '' && <Notice tone="bad">{t('incomplete')}</Notice>}
      {!done && link !== '' && (
        <>
          <p>{t('body')}</p>
          <Button look="primary" wide pending={pending} onClick={() => send({ params: { link } })}>
            {t('stop')}
          </Button>
        </>
      )}
      <LanguageButton />
    </Alone>
  );
}
