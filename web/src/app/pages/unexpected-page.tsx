import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Page } from '../../components/ui/page.tsx';
import { NotFetched } from '../not-fetched.ts';
import { NotOfADistrict } from '../session.tsx';
import { Alone } from './alone.tsx';
import { LoadAgain, LoadAgainPage } from './load-again-page.tsx';
import { NotFetchedPage } from './not-fetched-page.tsx';

/** Something broke on our side, and the frame with it. */
export function UnexpectedPage() {
  const { t } = useTranslation();
  return (
    <Alone title={t('unexpected.title')}>
      <LoadAgain />
    </Alone>
  );
}

/** A page that cannot be shown, while the frame still stands around it. */
export function UnexpectedInFrame({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof NotFetched) return <NotFetchedPage />;
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
  return <LoadAgainPage />;
}
