import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { PageOnItsWay } from '../shell/page-on-its-way.tsx';
import { returnAddress } from '../sign-in.ts';
import { Alone } from './alone.tsx';
import { SignInButton } from './sign-in-page.tsx';

/** Back from the sign-in service: on to where the person was going. */
export function CallbackPage() {
  const { t } = useTranslation();
  const { isLoading, user, error } = useAuth();
  const navigate = useNavigate();
  useEffect(() => {
    if (user) void navigate({ href: returnAddress(user), replace: true });
  }, [user, navigate]);
  if (isLoading || (user && error === undefined)) return <PageOnItsWay />;
  return (
    <Alone title={t('signInFirst.title')}>
      <SignInButton returnTo="/" />
    </Alone>
  );
}
