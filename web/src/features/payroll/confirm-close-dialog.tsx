import { useTranslation } from 'react-i18next';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
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
    <Dialog title={t('confirmTitle', { day: dates.shortDay(through) })} onClose={onClose}>
      <p>
        <strong>{t('confirmBody', { count: lines, total: money(cents) })}</strong>
      </p>
      <p>{t('confirmForGood')}</p>
      <Actions>
        <Button look="primary" pending={pending} onClick={onConfirm}>
          {t('confirm')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('keepOpen')}
        </Button>
      </Actions>
    </Dialog>
  );
}
