import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';

/** One's own answer as it stands, and the way to change it. */
export function OwnAnswer() {
  const { t } = useTranslation('part');
  const dates = useDates();
  const { participation, district } = useMe();
  const set = useCommand('setParticipation');
  const day =
    participation === null ? '' : dates.shortDay(dates.localDateOf(participation.since, district.timeZone));
  const say = (answer: 'yes' | 'no') => set.send({ body: { answer } });
  return (
    <Section title={t('answer.title')}>
      <Card lit={participation === null}>
        {participation === null ? (
          <>
            <p>
              <strong>{t('ask.title')}</strong>
            </p>
            <p>{t('ask.body')}</p>
            <p>{t('ask.private')}</p>
          </>
        ) : (
          <p>
            <strong>{t(`answer.${participation.answer}`, { day })}</strong>
          </p>
        )}
        {participation?.answer === 'yes' && <p>{t('answer.planned')}</p>}
        <ProblemAlert problem={set.problem} />
        <Actions>
          {participation?.answer !== 'yes' && (
            <Button look="primary" pending={set.pending} onClick={() => say('yes')}>
              {t(participation === null ? 'answer.startFirst' : 'answer.start')}
            </Button>
          )}
          {participation?.answer !== 'no' && (
            <Button pending={set.pending} onClick={() => say('no')}>
              {t(participation === null ? 'answer.noThanks' : 'answer.stop')}
            </Button>
          )}
        </Actions>
        <StatusLine>{set.done && t('answer.saved')}</StatusLine>
      </Card>
    </Section>
  );
}
