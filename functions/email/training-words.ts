import type { Training, TrainingPlan } from '#shared/domain/training/model.ts';
import type { Block } from './blocks.ts';
import { dayInWords, timeInWords } from './local-words.ts';
import type { MailLanguage } from './mail-language.ts';
import type { Say } from './words.ts';

/** What mail and calendars tell of a training that was planned ahead. */
export type MailedTraining = Pick<Training, 'trainingId' | 'title' | 'heldOn' | 'sequence'> & {
  readonly plan: TrainingPlan;
  /** IANA zone of the district. */
  readonly timeZone: string;
};

/** The name and the day, for a subject. */
export const trainingNames = ({ title, heldOn }: MailedTraining, language: MailLanguage) => ({
  title,
  day: dayInWords(heldOn, language),
});

/** When and where, as a small table. */
export function trainingFacts(training: MailedTraining, language: MailLanguage, say: Say): Block {
  const { heldOn, plan, timeZone } = training;
  const when = say('visit.minutes', {
    day: dayInWords(heldOn, language),
    time: timeInWords(plan.startsAt, timeZone, language),
    minutes: plan.minutes,
  });
  return {
    kind: 'facts',
    rows: [
      { label: say('visit.when'), value: when },
      { label: say('training.place'), value: plan.place },
    ],
  };
}
