import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Card, CardList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useLanguageNames } from '../../i18n/language-names.ts';
import { useNames } from '../../i18n/names.ts';

type Pairs = Answer<'findPairs'>;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Whom one could bring together: by day of the week, language and person. It assigns nobody (CP1). */
export function PairsPage() {
  const { t } = useTranslation('school');
  const { schoolId } = useParams({ from: '/signed-in/school-board/$schoolId/pairs' });
  const dates = useDates();
  const languageName = useLanguageNames();
  const [weekday, setWeekday] = useState('');
  const [language, setLanguage] = useState('');
  const [personId, setPersonId] = useState('');
  const everybody = useRead('findPairs', { params: { schoolId }, query: {} });
  const query = useRead('findPairs', {
    params: { schoolId },
    query: {
      ...(weekday === '' ? {} : { weekday: Number(weekday) }),
      ...(language === '' ? {} : { language }),
      ...(personId === '' ? {} : { personId }),
    },
  });
  const people = everybody.data?.people ?? [];
  // Choosing changes the list further down: whoever does not see it hears how many there are now.
  const heard = (count: number) => (count === 0 ? t('pairs.none') : t('pairs.found', { count }));
  const languages = [...new Set(people.flatMap((one) => one.languages))].sort();
  return (
    <Page
      title={t('pairs.title')}
      lead={t('pairs.lead')}
      back={
        <BackLink to="/school-board/$schoolId" params={{ schoolId }}>
          {t('board.title')}
        </BackLink>
      }
    >
      <SideBySide>
        <SelectField
          label={t('pairs.weekday')}
          optional
          value={weekday}
          onChange={setWeekday}
          placeholder={t('pairs.anyDay')}
          options={weekdays.map((day) => ({ value: String(day), label: dates.weekday(day) }))}
        />
        <SelectField
          label={t('pairs.language')}
          optional
          value={language}
          onChange={setLanguage}
          placeholder={t('pairs.anyLanguage')}
          options={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        />
        <SelectField
          label={t('pairs.person')}
          optional
          value={personId}
          onChange={setPersonId}
          placeholder={t('pairs.anybody')}
          options={people.map((one) => ({ value: one.personId, label: one.name }))}
        />
      </SideBySide>
      <p role="status" className="pl-visually-hidden">
        {query.data !== undefined && heard(query.data.total)}
      </p>
      <Loaded query={query} lines={6}>
        {(found) => <FoundPairs found={found} />}
      </Loaded>
      <TimesUnknown people={everybody.data?.timesUnknown ?? []} />
    </Page>
  );
}

function FoundPairs({ found: { pairs, total } }: { found: Pairs }) {
  const { t } = useTranslation('school');
  const dates = useDates();
  const { all } = useNames();
  const languageName = useLanguageNames();
  if (pairs.length === 0)
    return (
      <EmptyState title={t('pairs.none')}>
        <p>{t('pairs.noneBody')}</p>
      </EmptyState>
    );
  return (
    <Section
      title={t('pairs.found', { count: total })}
      {...(total > pairs.length ? { hint: t('pairs.shown', { count: pairs.length }) } : {})}
    >
      <CardList>
        {pairs.map(({ people: [one, other], shared, languages }) => (
          <li key={`${one.personId} ${other.personId}`}>
            <Card>
              <h3>{t('pairs.pair', { one: one.name, other: other.name })}</h3>
              <p>
                {shared
                  .map(({ weekday, from, until }) =>
                    t('pairs.stretch', {
                      day: dates.weekday(weekday),
                      from: dates.time(from),
                      until: dates.time(until),
                    }),
                  )
                  .join(', ')}
              </p>
              {languages.length > 0 && (
                <p>{t('pairs.languages', { languages: all(languages.map(languageName)) })}</p>
              )}
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function TimesUnknown({ people }: { people: Pairs['timesUnknown'] }) {
  const { t } = useTranslation('school');
  const { all } = useNames();
  if (people.length === 0) return null;
  return (
    <Section title={t('pairs.unknown')} hint={t('pairs.unknownNote')}>
      <p>{all(people.map(({ name }) => name))}</p>
    </Section>
  );
}
