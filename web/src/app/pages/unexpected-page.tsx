import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Page } from '../../components/ui/page.tsx';
import { NotOfADistrict } from '../session.tsx';
import { Alone } from './alone.tsx';

/** Something broke on our side, or a new version replaced the files this tab was made of: loading again helps both. */
export function UnexpectedPage() {
  const { t } = useTranslation();
  return (
    <Alone title={t('unexpected.title')}>
      <LoadAgain />
    </Alone>
  );
}

/** The same while the frame still stands around the page. */
export function UnexpectedInFrame({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof NotOfADistrict) {
    return (
      <Page title={t('wrongDoor.title')}>
        <EmptyState title={t('wrongDoor.body')}>
          <ButtonLink look="primary" to="/">
            {t('notFound.home')}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('unexpected.title')}>
      <LoadAgain />
    </Page>
  );
}

function LoadAgain() {
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
