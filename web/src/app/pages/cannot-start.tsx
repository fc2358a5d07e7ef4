import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Alone } from './alone.tsx';

/** The server did not answer at all, so there is no sign-in yet either. */
export function CannotStart() {
  const { t } = useTranslation();
  return (
    <Alone title={t('cannotStart.title')}>
      <div role="alert">
        <Notice tone="bad">{t('cannotStart.body')}</Notice>
      </div>
      <Button look="primary" wide onClick={() => location.reload()}>
        {t('tryAgain')}
      </Button>
    </Alone>
  );
}
