import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { useSignIn } from '../session.tsx';
import { useChanges, useOutbox } from './offline-context.ts';

/**
 * Signs out, and takes along all that this phone kept. Changes that still wait would be lost with it, so the person
 * decides about them first.
 */
export function SignOut() {
  const { t } = useTranslation();
  const { signOut } = useSignIn();
  const changes = useChanges();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => (changes.length > 0 ? setAsking(true) : void signOut())}>{t('signOut')}</Button>
      {asking && <BeforeLeaving onStay={() => setAsking(false)} />}
    </>
  );
}

function BeforeLeaving({ onStay }: { onStay: () => void }) {
  const { t } = useTranslation();
  const { signOut } = useSignIn();
  const outbox = useOutbox();
  const changes = useChanges();
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    await outbox.flush();
    await outbox.refresh();
    if (outbox.changes.length === 0) return signOut();
    setSending(false);
  };
  const leave = async () => {
    await outbox.clear();
    await signOut();
  };
  return (
    <Dialog title={t('phone.leaving', { count: changes.length })} onClose={onStay}>
      <p>{t('phone.leavingHint')}</p>
      <ul>
        {changes.map((change) => (
          <li key={change.place}>{change.about.title}</li>
        ))}
      </ul>
      <Actions>
        <Button look="primary" pending={sending} onClick={() => void send()}>
          {t('phone.sendAndLeave')}
        </Button>
        <Button onClick={onStay}>{t('phone.stay')}</Button>
        <Button look="danger" onClick={() => void leave()}>
          {t('phone.deleteAndLeave')}
        </Button>
      </Actions>
    </Dialog>
  );
}
