import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { FormDialog } from '../../components/ui/form-dialog.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import type { ClaimRow } from './claims-to-decide.tsx';

interface SendBackDialogProps {
  claim: ClaimRow;
  onClose: () => void;
  onDone: () => void;
}

/** Sends a claim back with the words its owner will read. */
export function SendBackDialog({ claim, onClose, onDone }: SendBackDialogProps) {
  const { t } = useTranslation('coordinator');
  const dates = useDates();
  const money = useMoney();
  const [reason, setReason] = useState('');
  const send = useCommand('returnClaim', { onDone });
  const { visitId, personId, personName, rev } = claim;
  const errors = fieldErrors(send.problem, { reason: t('claims.mendReason') });
  return (
    <FormDialog
      title={t('claims.sendBackTitle')}
      lead={
        <p>
          {t('claims.sendBackWhat', {
            name: personName,
            day: dates.shortDay(claim.visitDate),
            amount: money(claim.cents),
          })}
        </p>
      }
      errors={errors}
      problem={send.problem}
      save={t('claims.sendBack')}
      pending={send.pending}
      onSubmit={() => send.send({ params: { visitId, personId }, body: { rev, reason } })}
      onClose={onClose}
    >
      <TextAreaField
        label={t('claims.reason')}
        help={t('claims.reasonHelp', { name: personName })}
        error={errors['reason']}
        value={reason}
        onChange={setReason}
        maxLength={400}
      />
    </FormDialog>
  );
}
