import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';
import { fieldErrors } from '../../app/field-errors.ts';
import { useMe } from '../../app/session.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { DateField, TimeField } from '../../components/ui/date-field.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';

export type TrainingKind = Answer<'getTraining'>['kind'];

/** A training while it is planned or changed. */
export interface TrainingDraft {
  title: string;
  heldOn: string;
  time: string;
  minutes: number | null;
  place: string;
  seats: number | null;
}

/** The draft as the server takes it: a missing number goes as -1, which no rule allows, so that it is named. */
export const bodyOf = ({ minutes, seats, ...rest }: TrainingDraft) => ({
  ...rest,
  minutes: minutes ?? -1,
  seats: seats ?? -1,
});

export function useTrainingErrors(problem: Problem | null): Record<string, string> {
  const { t } = useTranslation('training');
  return fieldErrors(problem, {
    title: t('plan.mend.title'),
    heldOn: t('plan.mend.heldOn'),
    time: t('plan.mend.time'),
    minutes: t('plan.mend.minutes'),
    place: t('plan.mend.place'),
    seats: t('plan.mend.seats'),
  });
}

interface TrainingFieldsProps {
  draft: TrainingDraft;
  errors: Readonly<Record<string, string>>;
  onChange: (draft: TrainingDraft) => void;
}

/** Name, day, time, length, place and seats. */
export function TrainingFields({ draft, errors, onChange }: TrainingFieldsProps) {
  const { t } = useTranslation('training');
  const { today } = useMe();
  const set = (changes: Partial<TrainingDraft>) => onChange({ ...draft, ...changes });
  return (
    <>
      <TextField
        label={t('plan.name')}
        help={t('plan.nameHelp')}
        error={errors['title']}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={120}
      />
      <SideBySide>
        <DateField
          label={t('plan.day')}
          error={errors['heldOn']}
          min={today}
          value={draft.heldOn}
          onChange={(heldOn) => set({ heldOn })}
        />
        <TimeField
          label={t('plan.time')}
          error={errors['time']}
          value={draft.time}
          onChange={(time) => set({ time })}
        />
        <NumberField
          label={t('plan.minutes')}
          error={errors['minutes']}
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
        />
      </SideBySide>
      <TextField
        label={t('plan.place')}
        help={t('plan.placeHelp')}
        error={errors['place']}
        value={draft.place}
        onChange={(place) => set({ place })}
        maxLength={160}
      />
      <NumberField
        label={t('plan.seats')}
        help={t('plan.seatsHelp')}
        error={errors['seats']}
        value={draft.seats}
        onChange={(seats) => set({ seats })}
      />
    </>
  );
}

interface KindAndSchoolProps {
  kind: TrainingKind;
  schoolId: string | null;
  onKind: (kind: TrainingKind) => void;
  onSchool: (schoolId: string | null) => void;
}

/** What kind of training, and whose staff it is for. A trainer chooses among the own schools, and trains no trainers. */
export function KindAndSchool({ kind, schoolId, onKind, onSchool }: KindAndSchoolProps) {
  const { t } = useTranslation('training');
  const { permissions, schools } = useMe();
  const office = permissions.includes('training:manage');
  const kinds = office ? (['initial', 'renewal', 'trainer'] as const) : (['initial', 'renewal'] as const);
  const options = schools.map((school) => ({ value: school.schoolId, label: school.name }));
  return (
    <>
      <RadioField
        label={t('plan.kind')}
        choices={kinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          detail: t(`kindHelp.${value}`),
        }))}
        value={kind}
        onChange={onKind}
      />
      {options.length > 0 && (
        <SelectField
          label={t('plan.forWhom')}
          options={options}
          {...(office ? { placeholder: t('plan.everyone'), optional: true } : {})}
          value={schoolId ?? ''}
          onChange={(chosen) => onSchool(chosen === '' ? null : chosen)}
        />
      )}
    </>
  );
}

/** Whose staff a new training is for at first: everybody's, or with a trainer the own school's. */
export function useFirstSchool(): string | null {
  const { permissions, schools } = useMe();
  return permissions.includes('training:manage') ? null : (schools[0]?.schoolId ?? null);
}
