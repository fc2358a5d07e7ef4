import { useTranslation } from 'react-i18next';
import { useReadList } from '../../app/api.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useLanguageNames } from '../../i18n/language-names.ts';
import { useNames } from '../../i18n/names.ts';

interface InterpreterFieldProps {
  language: string | null;
  known: readonly { personId: string; name: string }[];
  /** Whoever comes along already. */
  without: readonly string[];
  value: string;
  onChange: (personId: string) => void;
}

const sameLanguage = (one: string, other: string | null) => one.split('-')[0] === other?.split('-')[0];

/** Who interprets, from anywhere in the district; those who speak the family's language first. */
export function InterpreterField({ language, known, without, value, onChange }: InterpreterFieldProps) {
  const { t } = useTranslation('plan');
  const languageName = useLanguageNames();
  const names = useNames();
  const query = useReadList('listInterpreters', { query: { limit: 100 } });
  // English is spoken by everybody here: nobody needs to be looked for.
  const wanted = language === null || sameLanguage(language, 'en') ? null : language;
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const speaks = (one: (typeof items)[number]) =>
          one.languages.some((tag) => sameLanguage(tag, wanted));
        const inOrder = [...items.filter(speaks), ...items.filter((one) => !speaks(one))];
        const listed = inOrder
          .filter(({ personId }) => !without.includes(personId))
          .map(({ personId, name, languages }) => ({
            value: personId,
            label:
              languages.length === 0
                ? name
                : t('speaks', { name, languages: names.all(languages.map(languageName)) }),
          }));
        const chosen = known.find(({ personId }) => personId === value);
        const options =
          chosen === undefined || listed.some((one) => one.value === value)
            ? listed
            : [{ value: chosen.personId, label: chosen.name }, ...listed];
        if (options.length === 0) return wanted === null ? null : <Notice>{t('noInterpreters')}</Notice>;
        return (
          <>
            <SelectField
              label={t('interpreter')}
              help={
                wanted === null
                  ? t('interpreterHelpAny')
                  : t('interpreterHelp', { language: languageName(wanted) })
              }
              optional
              placeholder={t('nobodyInterprets')}
              options={options}
              value={value}
              onChange={onChange}
            />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
