import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { HomeOf } from '../shell/home-of.tsx';
import { LanguageButton } from '../shell/language-button.tsx';
import { PageOnItsWay } from '../shell/page-on-its-way.tsx';
import { Alone } from './alone.tsx';
import { SignInButton } from './sign-in-page.tsx';

/** The door: what this is, and one button. Whoever is signed in walks straight on. */
export function WelcomePage() {
  const { t } = useTranslation('welcome');
  const { isLoading, user } = useAuth();
  if (isLoading) return <PageOnItsWay />;
  if (user) return <HomeOf user={user} otherwise={<Navigate to="/more" replace />} />;
  return (
    <Alone title={t('title')}>
      <p>{t('body')}</p>
      <SignInButton returnTo="/" />
      <p className="pl-door-small">{t('noAccount')}</p>
      <LanguageButton />
    </Alone>
  );
}
