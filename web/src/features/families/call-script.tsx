import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { useLanguageNames } from '../../i18n/language-names.ts';
import { useNames } from '../../i18n/names.ts';
import {
  filled,
  type LetterLanguage,
  letterLanguageOf,
  letterWords,
  listed,
} from '../letters/family-words.ts';
import { schoolToAskAt } from '../plan/school-to-ask-at.ts';

/** A few kind sentences for the phone or the door: in the reader's language, and in the family's when we have it. */
export function CallScript({ data }: { data: Answer<'getFamily'> }) {
  const { t, i18n } = useTranslation('family');
  const languageName = useLanguageNames();
  const own = letterLanguageOf(i18n.language) ?? 'en';
  const family = letterLanguageOf(data.family.language);
  const languages = [...new Set<LetterLanguage>(family === null ? [own] : [family, own])];
  return languages.map((language) => (
    <Disclosure
      key={language}
      summary={
        language === own
          ? t('next.script')
          : `${t('next.script')}: ${t('next.scriptIn', { language: languageName(language) })}`
      }
    >
      <Sentences data={data} language={language} />
    </Disclosure>
  ));
}

function Sentences({ data, language }: { data: Answer<'getFamily'>; language: LetterLanguage }) {
  const { name, schools, district } = useMe();
  const names = useNames();
  const words = letterWords(language).call;
  const here = schoolToAskAt(
    schools,
    data.students.map(({ schoolId }) => schoolId),
  );
  const values = {
    name,
    school: names.school(schools, here) ?? district.name,
    children: listed(
      data.students.map(({ givenName }) => givenName),
      language,
    ),
  };
  return (
    <div lang={language}>
      {[words.hello, words.offer, words.choice, words.ask, words.thanks].map((sentence) => (
        <p key={sentence}>{filled(sentence, values)}</p>
      ))}
    </div>
  );
}
