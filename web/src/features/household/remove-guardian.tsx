import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';

interface RemoveGuardianProps {
  familyId: string;
  guardian: Answer<'getFamily'>['guardians'][number];
  onDone: () => void;
}

/** Taking somebody out: behind a line of its own, so that no thumb does it by chance. */
export function RemoveGuardian({ familyId, guardian, onDone }: RemoveGuardianProps) {
  const { t } = useTranslation('household');
  const remove = useCommand('removeGuardian', { onDone });
  const { guardianId, rev, name } = guardian;
  return (
    <Disclosure summary={t('remove')}>
      <p>{t('removeHint')}</p>
      <ProblemAlert problem={remove.problem} />
      <Button
        look="danger"
        pending={remove.pending}
        onClick={() => remove.send({ params: { familyId, guardianId }, body: { rev } })}
      >
        {t('removeSure', { name })}
      </Button>
    </Disclosure>
  );
}
