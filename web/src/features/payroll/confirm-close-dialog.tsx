import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';

interface ConfirmCloseDialogProps {
  through: string;
  lines: number;
  cents: number;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** The last look before a period is closed for good. */
export function ConfirmCloseDialog(props: ConfirmCloseDialogProps) {
  const { t } = useTranslation('payroll');
  const dates = useDates();
  const money = useMoney();
  const { through, lines, cents, pending, onConfirm, onClose } = props;
  return (
    <ConfirmDialog
      title={t('confirmTitle', { day: dates.shortDay(through) })}
      yes={t('confirm')}
      no={t('keepOpen')}
      pending={pending}
      onYes={onConfirm}
      onClose={onClose}
    >
      <p>
        <strong>{t('confirmBody', { count: lines, total: money(cents) })}</strong>
      </p>
      <p>{t('confirmForGood')}</p>
    </ConfirmDialog>
  );
}
