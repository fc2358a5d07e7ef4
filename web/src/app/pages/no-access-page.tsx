import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { useSignIn } from '../session.tsx';
import { Alone } from './alone.tsx';

/** Signed in, but no district has opened its door to this account. */
export function NoAccessPage() {
  const { t } = useTranslation();
  const { signOut } = useSignIn();
  return (
    <Alone title={t('noAccess.title')}>
      <p>{t('noAccess.body')}</p>
      <Button look="primary" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </Alone>
  );
}
