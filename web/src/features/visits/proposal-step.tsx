import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNames } from '../../i18n/names.ts';
import { AnswerButtons, type Answered } from './answer-buttons.tsx';
import { ChangeLinks } from './change-links.tsx';
import { OtherTimeWords } from './other-time-words.tsx';
import { useAsker } from './request-facts.tsx';

interface ProposalStepProps {
  visit: Answer<'getVisit'>;
  onAnswered: (answered: Answered) => void | Promise<void>;
}

/** A visit that waits for somebody’s yes: answer, ask another, write it down late, or wait. */
export function ProposalStep({ visit, onAnswered }: ProposalStepProps) {
  const { t } = useTranslation('request');
  const { personId, permissions, today, district } = useMe();
  const dates = useDates();
  const names = useNames();
  const asker = useAsker();
  const { visitId, team } = visit;
  const mayPlan = permissions.includes('visit:schedule');
  const me = team.find((member) => member.personId === personId);
  const namesOf = (said: 'asked' | 'no') =>
    team.filter(({ answer }) => answer === said).map(({ name }) => name);
  const missing = namesOf('no');
  // The server's day and hour of the district: a phone may be wrong about the date, hardly about the hour.
  const now = `${today} ${dates.wallTimeOf(new Date().toISOString(), district.timeZone)}`;
  const passed = `${visit.localDate} ${dates.wallTimeOf(visit.startsAt, visit.timeZone)}` <= now;

  if (passed && me?.answer === 'no') return null;
  if (passed) {
    return (
      <Card lit>
        <h2>{t('passed.title')}</h2>
        <p>{t('passed.hint')}</p>
        <Actions>
          {permissions.includes('visit:complete') && (
            <ButtonLink look="primary" to="/visits/$visitId/late" params={{ visitId }}>
              {t('passed.write')}
            </ButtonLink>
          )}
          {mayPlan && (
            <ButtonLink to="/visits/$visitId/cancel" params={{ visitId }}>
              {t('passed.not')}
            </ButtonLink>
          )}
        </Actions>
      </Card>
    );
  }
  if (me?.answer === 'asked') {
    return (
      <Card lit>
        <h2>{t('title')}</h2>
        <p>{asker(visit)}</p>
        <p className="pl-hint">{t('free')}</p>
        <AnswerButtons visit={visit} primary onAnswered={onAnswered} />
      </Card>
    );
  }
  if (me?.answer === 'no') {
    return (
      <Card>
        <h2>{t('youSaidNo')}</h2>
        <p>{t('youSaidNoHint')}</p>
        <AnswerButtons visit={visit} primary={false} onAnswered={onAnswered} />
      </Card>
    );
  }
  if (missing.length > 0) {
    return (
      <Card lit>
        <h2>{t('gap.title', { count: missing.length, names: names.all(missing) })}</h2>
        {mayPlan && <p>{t('gap.hint')}</p>}
        <Actions>
          {mayPlan && (
            <ButtonLink look="primary" to="/visits/$visitId/change" params={{ visitId }}>
              {t('gap.ask')}
            </ButtonLink>
          )}
          {mayPlan && (
            <ButtonLink look="quiet" to="/visits/$visitId/cancel" params={{ visitId }}>
              {t('gap.giveUp')}
            </ButtonLink>
          )}
        </Actions>
      </Card>
    );
  }
  const otherTime = visit.otherTimeAskedAt !== null;
  return (
    <Card lit={otherTime}>
      {otherTime && <OtherTimeWords />}
      <h2>{t('waiting.title')}</h2>
      <p>{t('waiting.for', { names: names.all(namesOf('asked')) })}</p>
      <p className="pl-hint">{t('waiting.hint')}</p>
      <Actions>
        <ChangeLinks visitId={visitId} changeLook={otherTime ? 'primary' : 'secondary'} />
      </Actions>
    </Card>
  );
}
