import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/contract/errors.ts';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { useSchools } from '../district/use-schools.ts';
import { useRuleWords } from '../my-pay/rule-words.ts';
import { type ClaimRow, claimKey } from './claims-to-decide.tsx';

interface ClaimsTableProps {
  claims: readonly ClaimRow[];
  chosen: readonly string[];
  onChoose: (keys: string[]) => void;
  /** Several can be chosen. */
  choosing: boolean;
  running: boolean;
  refused: ReadonlyMap<string, Problem>;
  onApprove: (claim: ClaimRow) => void;
  onSendBack: (claim: ClaimRow) => void;
}

/** The claims, each with what it is for, how it is worked out, and what can be decided. */
export function ClaimsTable(props: ClaimsTableProps) {
  const { claims, chosen, onChoose, choosing } = props;
  const { t } = useTranslation('coordinator');
  const { t: pay } = useTranslation('pay');
  const { personId } = useMe();
  const { nameOf } = useSchools();
  const dates = useDates();
  const money = useMoney();
  const ruleWords = useRuleWords();
  const toggle = (key: string, on: boolean) =>
    onChoose(on ? [...chosen, key] : chosen.filter((other) => other !== key));
  return (
    <RecordsTable
      caption={t('claims.title')}
      records={claims}
      keyOf={claimKey}
      columns={[
        {
          name: t('claims.person'),
          cell: (claim) => {
            const key = claimKey(claim);
            const words = wordsOf(claim, dates, money);
            if (!choosing || claim.personId === personId) return claim.personName;
            return (
              <label className="pl-check">
                <input
                  type="checkbox"
                  aria-label={t('claims.choose', words)}
                  checked={chosen.includes(key)}
                  disabled={props.running}
                  onChange={(event) => toggle(key, event.currentTarget.checked)}
                />
                <span>{claim.personName}</span>
              </label>
            );
          },
        },
        {
          name: pay('visit'),
          nowrap: true,
          cell: (claim) => (
            <>
              {dates.shortDay(claim.visitDate)}
              <span className="pl-cell-detail">{nameOf(claim.schoolId)}</span>
            </>
          ),
        },
        { name: pay('how'), cell: ruleWords },
        { name: pay('amount'), cell: (claim) => <strong>{money(claim.cents)}</strong>, align: 'right' },
        { name: t('claims.decide'), cell: (claim) => <Decide claim={claim} {...props} /> },
      ]}
    />
  );
}

function wordsOf(claim: ClaimRow, dates: ReturnType<typeof useDates>, money: ReturnType<typeof useMoney>) {
  return { name: claim.personName, day: dates.shortDay(claim.visitDate), amount: money(claim.cents) };
}

function Decide({ claim, running, refused, onApprove, onSendBack }: ClaimsTableProps & { claim: ClaimRow }) {
  const { t } = useTranslation('coordinator');
  const { personId } = useMe();
  const dates = useDates();
  const money = useMoney();
  if (claim.personId === personId) return <>{t('claims.own')}</>;
  const words = wordsOf(claim, dates, money);
  return (
    <div className="pl-cell-stack">
      <div className="pl-cell-actions">
        <Button
          aria-label={t('claims.approveOf', words)}
          aria-disabled={running ? true : undefined}
          onClick={() => onApprove(claim)}
        >
          {t('claims.approve')}
        </Button>
        <Button look="quiet" aria-label={t('claims.sendBackOf', words)} onClick={() => onSendBack(claim)}>
          {t('claims.sendBack')}
        </Button>
      </div>
      <ProblemAlert problem={refused.get(claimKey(claim)) ?? null} />
    </div>
  );
}
