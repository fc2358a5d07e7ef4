import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useDates } from '../../i18n/dates.ts';

type MyTrainings = Answer<'getMyTrainings'>;
/** Where somebody without a certificate stands, or somebody whose certificate ends soon or has ended. */
export type Standing = 'none' | 'soon' | 'ended';

/**
 * What comes next on the way to a certificate: a training one has a seat in or waits for, one that is over and not
 * written down, one that was left early; else that a training is the way.
 */
export function useNextTrainingWords(): (standing: Standing, data: MyTrainings | undefined) => string {
  const { t } = useTranslation('part');
  const dates = useDates();
  return (standing, data) => {
    const next = data === undefined ? null : nextTraining(data);
    return next === null
      ? t(`certificate.next.${standing}`)
      : t(`certificate.next.${next.state}`, { day: dates.shortDay(next.heldOn) });
  };
}

function nextTraining({ certificate, trainings, upcoming }: MyTrainings) {
  const coming = new Set(upcoming.map(({ training }) => training.trainingId));
  const since = certificate?.issuedOn ?? '';
  const ahead = upcoming.filter(({ training, because }) => training.kind !== 'trainer' && because === null);
  const past = trainings.filter(
    ({ training }) =>
      training.kind !== 'trainer' &&
      training.cancelledAt === null &&
      training.heldOn > since &&
      !coming.has(training.trainingId),
  );
  const found =
    ahead.find(({ status }) => status === 'signed_up') ??
    ahead.find(({ status }) => status === 'waiting') ??
    past.find(({ status }) => status === 'signed_up' || status === 'attended');
  if (found === undefined) return null;
  const { training, status } = found;
  const held = !coming.has(training.trainingId);
  const state = held
    ? status === 'attended'
      ? 'attended'
      : 'over'
    : status === 'waiting'
      ? 'waiting'
      : 'seat';
  return { heldOn: training.heldOn, state } as const;
}
