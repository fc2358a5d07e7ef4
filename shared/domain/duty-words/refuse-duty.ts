import { refuseUnless } from '../refusal.ts';
import { dutyWordsIn } from './duty-words.ts';

/**
 * Holds every free text that reaches families against the words of duty (I15); null for a text that was left out.
 * @throws Refusal `words.duty`, which quotes the practice.
 */
export function refuseDutyWords(...texts: readonly (string | null)[]): void {
  refuseUnless(
    texts.every((text) => text === null || dutyWordsIn(text).length === 0),
    'words.duty',
  );
}
