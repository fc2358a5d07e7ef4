import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Page } from '../../components/ui/page.tsx';

/** Something broke on our side, while the frame still stands around the page. */
export function LoadAgainPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('unexpected.title')}>
      <LoadAgain />
    </Page>
  );
}

export function LoadAgain() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <EmptyState title={t('unexpected.body')}>
        <Button look="primary" onClick={() => location.reload()}>
          {t('unexpected.reload')}
        </Button>
      </EmptyState>
    </div>
  );
}
