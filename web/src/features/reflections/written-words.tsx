import { useTranslation } from 'react-i18next';
import type { ReflectionWords } from '#shared/domain/reflection/model.ts';
import { Facts } from '../../components/ui/facts.tsx';
import { Quote } from '../../components/ui/quote.tsx';

/** A reflection to be read: what was written under each prompt, and what is to be tried. */
export function WrittenWords({ words }: { words: ReflectionWords }) {
  const { t } = useTranslation('reflection');
  return (
    <Facts
      items={[
        ...words.answers.map(
          ({ shift, text }) => [t(`shift.${shift}`), <Quote key={shift}>{text}</Quote>] as const,
        ),
        [t('tryInClass'), <Quote key="apply">{words.apply}</Quote>],
      ]}
    />
  );
}
