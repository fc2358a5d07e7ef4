import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { CertificateLine } from '../../components/certificate-line.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxesField, RadioField } from '../../components/ui/choice-fields.tsx';
import { DateField, TimeField } from '../../components/ui/date-field.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { PartnerFields } from './partner-fields.tsx';
import { useScheduleForm } from './use-schedule-form.ts';

interface ScheduleFormProps {
  familyId: string;
  /** Children of the household who have no visit planned. */
  students: Answer<'getFamily'>['students'];
  schoolId: string;
  onPlanned: (visitId: string) => Promise<void>;
}

export function ScheduleForm({ familyId, students, schoolId, onPlanned }: ScheduleFormProps) {
  const { t, i18n } = useTranslation('family');
  const { today, schoolYear, policy, district, certificate } = useMe();
  const types = policy?.visitTypes ?? ['home'];
  const form = useScheduleForm({ familyId, students, types, onPlanned });
  const { values, set, errors } = form;
  const zone =
    new Intl.DateTimeFormat(i18n.language, { timeZone: district.timeZone, timeZoneName: 'longGeneric' })
      .formatToParts(new Date())
      .find((part) => part.type === 'timeZoneName')?.value ?? district.timeZone;
  return (
    <Card>
      <Form onSubmit={form.submit} errors={errors}>
        {students.length > 1 && (
          <CheckboxesField
            label={t('schedule.who')}
            help={t('schedule.whoHelp')}
            error={errors['studentIds']}
            choices={students.map((student) => ({ value: student.studentId, label: student.givenName }))}
            value={values.studentIds}
            onChange={(studentIds) => set({ studentIds })}
          />
        )}
        <SideBySide>
          <DateField
            label={t('schedule.date')}
            error={errors['date']}
            min={today}
            max={schoolYear?.closesOn}
            value={values.date}
            onChange={(date) => set({ date })}
          />
          <TimeField
            label={t('schedule.time')}
            help={t('schedule.timeHelp', { zone })}
            error={errors['time']}
            value={values.time}
            onChange={(time) => set({ time })}
          />
        </SideBySide>
        <NumberField
          label={t('schedule.minutes')}
          help={t('schedule.minutesHelp')}
          error={errors['minutes']}
          value={values.minutes}
          onChange={(minutes) => set({ minutes })}
        />
        <RadioField
          label={t('schedule.type')}
          error={errors['type']}
          choices={types.map((type) => ({
            value: type,
            label: t(`schedule.type_${type}`),
            detail: type === 'neutral' ? t('schedule.type_neutralHelp') : undefined,
          }))}
          value={values.type}
          onChange={(type) => set({ type })}
        />
        {values.type === 'neutral' && (
          <TextField
            label={t('schedule.place')}
            help={t('schedule.placeHelp')}
            error={errors['place']}
            maxLength={120}
            value={values.place}
            onChange={(place) => set({ place })}
          />
        )}
        <PartnerFields
          schoolId={schoolId}
          day={values.date === '' ? today : values.date}
          three={(policy?.maxTeam ?? 2) > 2}
          error={errors['partner']}
          partner={values.partner}
          second={values.second}
          onChange={set}
        />
        {values.date !== '' && (
          <p>
            {t('schedule.youOnThatDay')} <CertificateLine certificate={certificate} day={values.date} />
          </p>
        )}
        <ProblemAlert problem={form.problem} />
        <Button look="primary" type="submit" wide pending={form.pending}>
          {t('schedule.save')}
        </Button>
      </Form>
    </Card>
  );
}
