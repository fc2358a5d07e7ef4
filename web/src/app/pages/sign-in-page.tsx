import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useSignIn } from '../session.tsx';
import { Alone } from './alone.tsx';

/** Asked for a page of the inside without being signed in. Afterwards the person lands on that page. */
export function SignInPage({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation();
  return (
    <Alone title={t('signInFirst.title')}>
      <p>{t('signInFirst.body')}</p>
      <SignInButton returnTo={returnTo} />
    </Alone>
  );
}

/** The one way in. Says so when the sign-in cannot be reached. */
export function SignInButton({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation();
  const { signIn } = useSignIn();
  const { error } = useAuth();
  const [going, setGoing] = useState(false);
  const [failed, setFailed] = useState(false);
  const go = () => {
    setGoing(true);
    signIn(returnTo).catch(() => {
      setGoing(false);
      setFailed(true);
    });
  };
  return (
    <>
      <div role="alert">
        {(failed || error !== undefined) && <Notice tone="bad">{t('signInFailed')}</Notice>}
      </div>
      <Button look="primary" wide pending={going} onClick={go}>
        {t('signIn')}
      </Button>
    </>
  );
}
