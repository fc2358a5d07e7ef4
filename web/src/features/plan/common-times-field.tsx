import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNames } from '../../i18n/names.ts';
import type { PlanForm } from './use-plan-form.ts';

interface CommonTimesFieldProps {
  form: PlanForm;
  familyId: string;
  /** Everybody of the team but the reader. */
  team: readonly string[];
  /** False for a coordinator who moves the visit of others. */
  comes?: boolean;
  /** The visit that is moved, so that its own hour is free. */
  moving?: string;
}

/** As many as a phone shows without scrolling far. */
const shownFirst = 4;

/** Times at which everybody is free: one press fills in day and time. */
export function CommonTimesField({ form, familyId, team, comes = true, moving }: CommonTimesFieldProps) {
  const { minutes } = form.values;
  const query = useRead('getCommonTimes', {
    params: { familyId },
    query: {
      ...(team.length === 0 ? {} : { with: team.join(',') }),
      ...(minutes !== null && minutes >= 15 && minutes <= 240 ? { minutes } : {}),
      ...(moving === undefined ? {} : { moving }),
    },
  });
  return (
    <Loaded query={query} lines={3}>
      {(data) => <Suggestions data={data} form={form} everybody={team.length + (comes ? 1 : 0)} />}
    </Loaded>
  );
}

interface SuggestionsProps {
  data: Answer<'getCommonTimes'>;
  form: PlanForm;
  /** How many people of the team were looked at. */
  everybody: number;
}

function Suggestions({ data, form, everybody }: SuggestionsProps) {
  const { t } = useTranslation('plan');
  const { personId } = useMe();
  const dates = useDates();
  const names = useNames();
  const [all, setAll] = useState(false);
  const { values, set } = form;
  const others = data.unknown.filter((one) => one.personId !== personId).map(({ name }) => name);
  const unknown =
    others.length === 0 ? '' : t('unknownTimes', { count: others.length, names: names.all(others) });
  const hints = [others.length < data.unknown.length ? t('unknownYou') : '', unknown].filter(
    (text) => text !== '',
  );
  if (data.times.length === 0) {
    const nobody = data.familyUnknown && data.unknown.length === everybody;
    return <Notice>{nobody ? t('nobodySaid') : [t('noTimes'), ...hints].join(' ')}</Notice>;
  }
  const shown = all ? data.times : data.times.slice(0, shownFirst);
  return (
    <>
      <RadioField
        label={t('suggested')}
        help={[t('suggestedHelp'), ...hints].join(' ')}
        columns="wide"
        choices={shown.map(({ date, time }) => ({
          value: `${date} ${time}`,
          label: t('slot', { day: dates.weekdayAndDay(date), time: dates.time(time) }),
        }))}
        value={`${values.date} ${values.time}`}
        onChange={(value) => {
          const [date = '', time = ''] = value.split(' ');
          set({ date, time });
        }}
      />
      {!all && data.times.length > shownFirst && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('moreTimes')}
        </Button>
      )}
    </>
  );
}
