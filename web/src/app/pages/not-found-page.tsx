import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Alone } from './alone.tsx';

/** No such page. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Alone title={t('notFound.title')}>
      <EmptyState title={t('notFound.body')}>
        <ButtonLink look="primary" to="/">
          {t('notFound.home')}
        </ButtonLink>
      </EmptyState>
    </Alone>
  );
}
