import { useTranslation } from 'react-i18next';

/** Names in a sentence: “Ana, Luis and Mei” in the reader's language. */
export function useNames() {
  const { i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return {
    /** Names joined with commas and “and”; each once. */
    all: (names: Iterable<string>): string => list.format(new Set(names)),
    /** The name of a school, or undefined when the reader does not belong to it. */
    school: (schools: readonly { schoolId: string; name: string }[], schoolId: string): string | undefined =>
      schools.find((school) => school.schoolId === schoolId)?.name,
  };
}
