import type { UseCase } from '#functions/app/use-case.ts';
import { lookedBack } from '#shared/domain/reflection/write.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { keepReflection } from './keep-reflection.ts';
import { latestWords } from './own-reflection.ts';

/** How it went in class: kept as another version of one's own reflection, with the same words. */
export const writeLookBack: UseCase<'writeLookBack'> = async ({ table }, context, { params, body }) =>
  keepReflection(table, context, {
    about: params,
    rev: body.rev,
    event: 'reflection.looked_back',
    decide: async (own) => {
      const after = lookedBack(own, context.now);
      const latest = await latestWords(table, own);
      refuseUnless(latest !== undefined, 'reflection.not_written');
      const { words, takenFrom } = latest;
      return { after, words: { words, takenFrom, lookBack: body.lookBack }, settings: null };
    },
  });
