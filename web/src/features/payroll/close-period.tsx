import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { DateField } from '../../components/ui/date-field.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Spinner } from '../../components/ui/spinner.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useMoney } from '../../i18n/money.ts';
import { ConfirmCloseDialog } from './confirm-close-dialog.tsx';
import { totalOf } from './total.ts';

interface ClosePeriodProps {
  approved: Answer<'listClaims'>['items'];
  /** Every approved claim was read, so that what is counted is all. */
  whole: boolean;
}

interface Preview {
  lines: number;
  cents: number;
}

/** Closes a period through a day, after saying how many lines and what total. The server's count is what holds. */
export function ClosePeriod({ approved, whole }: ClosePeriodProps) {
  const { t } = useTranslation('payroll');
  const { today } = useMe();
  const money = useMoney();
  const [through, setThrough] = useState(today);
  const [asking, setAsking] = useState(false);
  const [closed, setClosed] = useState<(Preview & { differs: boolean }) | null>(null);
  const [mend, setMend] = useState<Record<string, string>>({});
  const due = approved.filter((claim) => claim.visitDate <= through);
  const preview: Preview = { lines: due.length, cents: totalOf(due) };
  const close = useCommand('closePayPeriod', {
    onDone: () => setAsking(false),
  });
  const errors = { ...fieldErrors(close.problem, { through: t('mendDay') }), ...mend };
  const send = () =>
    close.send(
      { body: { through } },
      {
        onSuccess: ({ lines, totalCents }) =>
          setClosed({
            lines,
            cents: totalCents,
            differs: lines !== preview.lines || totalCents !== preview.cents,
          }),
        onError: () => setAsking(false),
      },
    );
  return (
    <Card lit>
      <h2>{t('close')}</h2>
      <p>{t('closeHint')}</p>
      <Form
        errors={errors}
        onSubmit={() => {
          setClosed(null);
          close.reset();
          setMend(through === '' ? { through: t('mendDay') } : {});
          if (through === '') return;
          // Nothing to close: the server says so in its own words.
          if (preview.lines === 0) send();
          else setAsking(true);
        }}
      >
        <SideBySide>
          <DateField
            label={t('through')}
            help={t('throughHelp')}
            error={errors['through']}
            max={today}
            value={through}
            onChange={setThrough}
          />
          <p role="status" className="pl-beside-field">
            {!whole ? (
              <>
                <Spinner /> {t('counting')}
              </>
            ) : preview.lines === 0 ? (
              t('previewNothing')
            ) : (
              <strong>{t('preview', { count: preview.lines, total: money(preview.cents) })}</strong>
            )}
          </p>
        </SideBySide>
        <ProblemAlert problem={close.problem} />
        <Actions>
          <Button look="primary" type="submit" pending={close.pending || !whole}>
            {t('look')}
          </Button>
        </Actions>
        <StatusLine>
          {closed !== null && (
            <>
              <p>{t('closed', { count: closed.lines, total: money(closed.cents) })}</p>
              {closed.differs && <p>{t('closedOther')}</p>}
            </>
          )}
        </StatusLine>
      </Form>
      {asking && (
        <ConfirmCloseDialog
          through={through}
          lines={preview.lines}
          cents={preview.cents}
          pending={close.pending}
          onConfirm={send}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
