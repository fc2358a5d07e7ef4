import { useTranslation } from 'react-i18next';
import { useNames } from '../../i18n/names.ts';

interface Named {
  readonly students: readonly { readonly givenName: string; readonly familyName: string }[];
}

/** What to call a family: by its name, or by the children's when no name is known. Needs the words of `family`. */
export function useFamilyName(): (data: Named) => string {
  const { t } = useTranslation('family');
  const names = useNames();
  return ({ students }) => {
    const familyNames = students.map((student) => student.familyName).filter((name) => name !== '');
    return familyNames.length === 0
      ? t('titleOfChild', { name: names.all(students.map((student) => student.givenName)) })
      : t('title', { name: names.all(familyNames) });
  };
}
