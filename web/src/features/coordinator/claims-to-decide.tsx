import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommandSeries } from '../../app/command-series.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxField } from '../../components/ui/choice-fields.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useMoney } from '../../i18n/money.ts';
import { ClaimsTable } from './claims-table.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';

export type ClaimRow = Answer<'listClaims'>['items'][number];

export const claimKey = ({ visitId, personId }: ClaimRow): string => `${visitId} ${personId}`;
const sum = (claims: readonly ClaimRow[]) => claims.reduce((cents, claim) => cents + claim.cents, 0);

interface ClaimsToDecideProps {
  claims: readonly ClaimRow[];
  onSaid: (words: string | null) => void;
}

/** Approves one claim, or several one after the other, and sends one back with a reason. */
export function ClaimsToDecide({ claims, onSaid }: ClaimsToDecideProps) {
  const { t } = useTranslation('coordinator');
  const { personId } = useMe();
  const money = useMoney();
  const series = useCommandSeries('approveClaim');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [returning, setReturning] = useState<ClaimRow | null>(null);
  // Nobody approves their own (I24): the server would refuse, so it is not offered.
  const open = claims.filter((claim) => claim.personId !== personId);
  const selected = open.filter((claim) => chosen.includes(claimKey(claim)));

  const approve = async (some: readonly ClaimRow[]) => {
    if (series.running) return;
    onSaid(null);
    const { done } = await series.run(
      some.map(({ visitId, personId: payee, rev, ...claim }) => ({
        key: claimKey({ visitId, personId: payee, rev, ...claim }),
        args: { params: { visitId, personId: payee }, body: { rev } },
      })),
    );
    const approved = some.filter((claim) => done.includes(claimKey(claim)));
    setChosen(chosen.filter((key) => !done.includes(key)));
    if (approved.length > 0)
      onSaid(t('claims.approved', { count: approved.length, total: money(sum(approved)) }));
  };

  return (
    <>
      <p>{t('claims.hint')}</p>
      {open.length > 1 && (
        <Card lit>
          <CheckboxField
            label={t('claims.chooseAll')}
            detail={t('claims.total', { total: money(sum(open)) })}
            value={selected.length === open.length}
            onChange={(all) => setChosen(all ? open.map(claimKey) : [])}
          />
          {selected.length > 0 && (
            <Actions>
              <Button look="primary" pending={series.running} onClick={() => void approve(selected)}>
                {t('claims.approveChosen', { count: selected.length, total: money(sum(selected)) })}
              </Button>
            </Actions>
          )}
        </Card>
      )}
      <div role="status" className="pl-status">
        {series.running && (
          <p>
            {t('claims.approving', {
              done: series.done.length + series.refused.size,
              total: series.total,
            })}
          </p>
        )}
        {!series.running && series.refused.size > 0 && (
          <Notice tone="bad">{t('claims.refused', { count: series.refused.size })}</Notice>
        )}
      </div>
      <ProblemAlert problem={series.stopped} />
      <ClaimsTable
        claims={claims}
        chosen={chosen}
        onChoose={setChosen}
        choosing={open.length > 1}
        running={series.running}
        refused={series.refused}
        onApprove={(claim) => void approve([claim])}
        onSendBack={setReturning}
      />
      {returning !== null && (
        <SendBackDialog
          claim={returning}
          onClose={() => setReturning(null)}
          onDone={() => {
            setReturning(null);
            onSaid(t('claims.sentBack', { name: returning.personName }));
          }}
        />
      )}
    </>
  );
}
