import { useTranslation } from 'react-i18next';
import { dutyWordsIn } from '#shared/domain/duty-words/duty-words.ts';
import { Notice } from './ui/notice.tsx';

/**
 * Says, while somebody writes to families, which of the words sound like a duty, and quotes the practice (CP1, I15).
 * Always on the page, so that a screen reader hears it arrive; the server refuses such words too.
 */
export function DutyNotice({ texts }: { texts: readonly string[] }) {
  const { t } = useTranslation('duty');
  const found = texts.flatMap(dutyWordsIn).map(({ word }) => word.toLowerCase());
  const words = [...new Set(found)];
  return (
    <div role="status" className="pl-status">
      {words.length > 0 && (
        <Notice tone="bad">
          <p>{t('found', { count: words.length, words: words.join(', ') })}</p>
          <p>{t('practice')}</p>
          <p>{t('instead')}</p>
        </Notice>
      )}
    </div>
  );
}
