import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card, RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useNames } from '../../i18n/names.ts';
import { useVisitWords } from './visit-words.ts';

type Proposal = Answer<'getToday'>['waiting'][number];

/** Somebody said no: the lead looks for another. */
export const hasGap = ({ team }: Proposal): boolean => team.some(({ answer }) => answer === 'no');

/** The family asked for another time, and the plan did not follow yet. */
export const wantsOtherTime = ({ otherTimeAskedAt }: Proposal): boolean => otherTimeAskedAt !== null;

const namesOf = ({ team }: Proposal, said: 'no' | 'asked') =>
  team.filter(({ answer }) => answer === said).map(({ name }) => name);

/** One’s own proposal that somebody cannot come to, with the next step. */
export function GapCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('request');
  const words = useVisitWords();
  const names = useNames();
  const { visitId } = proposal;
  const missing = namesOf(proposal, 'no');
  return (
    <Card lit>
      <h2>{t('gap.title', { count: missing.length, names: names.all(missing) })}</h2>
      <p>
        <strong>{words.title(proposal)}</strong>
        <br />
        {words.when(proposal)}
      </p>
      <p>{t('gap.hint')}</p>
      <Actions>
        <ButtonLink look="primary" to="/visits/$visitId/change" params={{ visitId }}>
          {t('gap.ask')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** The family asked for another time than the one of this visit. */
export function OtherTimeCard({ visit }: { visit: Proposal }) {
  const { t } = useTranslation('request');
  const words = useVisitWords();
  const { visitId } = visit;
  return (
    <Card lit>
      <h2>{t('otherTime.title')}</h2>
      <p>
        <strong>{words.title(visit)}</strong>
        <br />
        {words.when(visit)}
      </p>
      <p>{t('otherTime.hint')}</p>
      <Actions>
        <ButtonLink look="primary" to="/visits/$visitId/change" params={{ visitId }}>
          {t('otherTime.find')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** A proposal whose time has come before everybody had said yes. */
export function PassedCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('request');
  const words = useVisitWords();
  const { visitId } = proposal;
  return (
    <Card lit>
      <h2>{t('passed.title')}</h2>
      <p>
        <strong>{words.title(proposal)}</strong>
        <br />
        {words.when(proposal)}
      </p>
      <p>{t('passed.hint')}</p>
      <Actions>
        <ButtonLink look="primary" to="/visits/$visitId/late" params={{ visitId }}>
          {t('passed.write')}
        </ButtonLink>
        <ButtonLink to="/visits/$visitId/cancel" params={{ visitId }}>
          {t('passed.not')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** Proposals as rows: what each of them waits for. */
export function ProposalRows({
  title,
  hint,
  proposals,
}: {
  title: string;
  hint?: string;
  proposals: readonly Proposal[];
}) {
  const { t } = useTranslation('request');
  const words = useVisitWords();
  const names = useNames();
  if (proposals.length === 0) return null;
  const state = (proposal: Proposal): string => {
    const missing = namesOf(proposal, 'no');
    if (wantsOtherTime(proposal)) return t('otherTime.title');
    if (missing.length > 0) return t('gap.title', { count: missing.length, names: names.all(missing) });
    return t('waiting.for', { names: names.all(namesOf(proposal, 'asked')) });
  };
  return (
    <Section title={title} hint={hint}>
      <RowList>
        {proposals.map((proposal) => (
          <li key={proposal.visitId}>
            <RowLink
              to="/visits/$visitId"
              params={{ visitId: proposal.visitId }}
              title={words.title(proposal)}
              detail={`${words.when(proposal)} · ${state(proposal)}`}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
