import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { lookBackDay, takenOver } from '#shared/domain/reflection/write.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { keepReflection } from './keep-reflection.ts';
import { latestWords } from './own-reflection.ts';

/**
 * Words that a colleague offers as written together become the own reflection as well. They are copied here and
 * never sent by the browser; from then on each author changes the own ones (I18, I19).
 */
export const takeOverReflection: UseCase<'takeOverReflection'> = async (
  { table },
  context,
  { params, body },
) =>
  keepReflection(table, context, {
    about: params,
    rev: body.rev,
    event: 'reflection.taken_over',
    decide: async (own, { visit, reflections }) => {
      const settings = await readSettings(table);
      const { policy, year, reminders } = rulesOn(settings, visit.localDate);
      const offered = reflections.find(
        ({ personId, studentId }) => personId === body.from && studentId === params.studentId,
      );
      const after = takenOver(own, offered, lookBackDay(todayIn(settings, context.now), policy, year));
      const theirs = offered && (await latestWords(table, offered));
      refuseUnless(theirs !== undefined, 'reflection.not_offered');
      return {
        after,
        words: { words: theirs.words, lookBack: null, takenFrom: body.from },
        settings: reminders,
      };
    },
  });
