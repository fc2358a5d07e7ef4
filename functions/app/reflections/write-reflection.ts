import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { lookBackDay, written } from '#shared/domain/reflection/write.ts';
import { keepReflection } from './keep-reflection.ts';
import { latestWords } from './own-reflection.ts';

/** Writes or edits one's own reflection; from the first writing on, the day of the look back is set. */
export const writeReflection: UseCase<'writeReflection'> = async ({ table }, context, { params, body }) =>
  keepReflection(table, context, {
    about: params,
    rev: body.rev,
    event: 'reflection.written',
    decide: async (own, { visit }) => {
      const [settings, before] = await Promise.all([readSettings(table), latestWords(table, own)]);
      const { policy, year, reminders } = rulesOn(settings, visit.localDate);
      const lookBackOn = lookBackDay(todayIn(settings, context.now), policy, year);
      return {
        after: written(own, { together: body.together, lookBackOn }),
        words: {
          words: body.words,
          lookBack: before?.lookBack ?? null,
          takenFrom: before?.takenFrom ?? null,
        },
        settings: reminders,
      };
    },
  });
