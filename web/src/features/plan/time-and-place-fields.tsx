import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { DutyNotice } from '../../components/duty-notice.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { DateField, TimeField } from '../../components/ui/date-field.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import type { PlanForm } from './use-plan-form.ts';

/** When and how long. The first and last day that can be chosen are the page's. */
export function TimeFields({ form, min, max }: { form: PlanForm; min?: string; max?: string | undefined }) {
  const { t, i18n } = useTranslation('plan');
  const { district } = useMe();
  const { values, set, errors } = form;
  const zone =
    new Intl.DateTimeFormat(i18n.language, { timeZone: district.timeZone, timeZoneName: 'longGeneric' })
      .formatToParts(new Date())
      .find((part) => part.type === 'timeZoneName')?.value ?? district.timeZone;
  return (
    <SideBySide>
      <DateField
        label={t('date')}
        error={errors['date']}
        min={min}
        max={max}
        value={values.date}
        onChange={(date) => set({ date })}
      />
      <TimeField
        label={t('time')}
        help={t('timeHelp', { zone })}
        error={errors['time']}
        value={values.time}
        onChange={(time) => set({ time })}
      />
    </SideBySide>
  );
}

interface MinutesFieldProps {
  form: PlanForm;
  /** The number of each student’s visit; left out for a visit that has been. */
  numbers?: readonly (number | null)[];
}

/** How long it is planned to last, or lasted. What is usual is known of first visits only. */
export function MinutesField({ form, numbers }: MinutesFieldProps) {
  const { t } = useTranslation('plan');
  const help = numbers?.every((number) => number === 1) === true ? 'minutesHelp' : 'minutesHelpLater';
  return (
    <NumberField
      label={t(numbers === undefined ? 'late.minutes' : 'minutes')}
      {...(numbers === undefined ? {} : { help: t(help) })}
      error={form.errors['minutes']}
      value={form.values.minutes}
      onChange={(minutes) => form.set({ minutes })}
    />
  );
}

/** Where: at home, at a place the family chooses, or by video; never on school grounds (I9). */
export function PlaceFields({ form }: { form: PlanForm }) {
  const { t } = useTranslation('plan');
  const { policy } = useMe();
  const { values, set, errors } = form;
  const types = policy?.visitTypes ?? ['home'];
  return (
    <>
      <RadioField
        label={t('type')}
        error={errors['type']}
        choices={types.map((type) => ({
          value: type,
          label: t(`type_${type}`),
          detail: type === 'neutral' ? t('type_neutralHelp') : undefined,
        }))}
        value={values.type}
        onChange={(type) => set({ type })}
      />
      {values.type === 'neutral' && (
        <>
          <TextField
            label={t('place')}
            help={t('placeHelp')}
            error={errors['place']}
            maxLength={120}
            value={values.place}
            onChange={(place) => set({ place })}
          />
          <DutyNotice texts={[values.place]} />
        </>
      )}
    </>
  );
}
