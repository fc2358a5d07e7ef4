import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip, Chips } from '../../components/ui/chips.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useLanguageNames } from '../../i18n/language-names.ts';

/** Languages most often spoken at home in American schools, besides English. */
const common = [
  'es',
  'ar',
  'zh',
  'vi',
  'pt',
  'ht',
  'ru',
  'so',
  'hmn',
  'fr',
  'ur',
  'ko',
  'tl',
  'bn',
  'am',
  'sw',
  'uk',
  'fa',
  'ps',
  'my',
  'ne',
  'hi',
  'pa',
  'nv',
  'el',
  'ase',
] as const;
/** As many as the server keeps of one person. */
const most = 12;

/** Languages one speaks, added one by one from a list in the reader's own words. */
export function LanguagesField({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (languages: string[]) => void;
}) {
  const { t } = useTranslation('part');
  const nameOf = useLanguageNames();
  const others = common
    .filter((tag) => !value.includes(tag))
    .map((tag) => ({ value: tag as string, label: nameOf(tag) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <Chips label={t('times.languages')} none={t('times.languagesNone')}>
        {value.map((tag) => (
          <Chip
            key={tag}
            icon={<IconX size={16} aria-hidden />}
            removeLabel={t('times.remove', { language: nameOf(tag) })}
            onRemove={() => onChange(value.filter((other) => other !== tag))}
          >
            {nameOf(tag)}
          </Chip>
        ))}
      </Chips>
      {value.length < most && (
        <SelectField
          label={t('times.add')}
          placeholder={t('times.choose')}
          options={others}
          value=""
          onChange={(tag) => {
            if (tag !== '') onChange([...value, tag]);
          }}
          optional
        />
      )}
    </>
  );
}
