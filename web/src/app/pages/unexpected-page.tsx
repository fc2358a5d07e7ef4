import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Alone } from './alone.tsx';

/** Something broke on our side, or a new version replaced the files this tab was made of: loading again helps both. */
export function UnexpectedPage() {
  const { t } = useTranslation();
  return (
    <Alone title={t('unexpected.title')}>
      <div role="alert">
        <EmptyState title={t('unexpected.body')}>
          <Button look="primary" onClick={() => location.reload()}>
            {t('unexpected.reload')}
          </Button>
        </EmptyState>
      </div>
    </Alone>
  );
}
