import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Args } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';

type VisitType = Args<'proposeVisit'>['body']['type'];

interface Values {
  studentIds: string[];
  date: string;
  time: string;
  minutes: number | null;
  type: VisitType | null;
  place: string;
  partner: string;
  second: string;
}

interface Options {
  familyId: string;
  students: Answer<'getFamily'>['students'];
  types: readonly VisitType[];
  onPlanned: (visitId: string) => Promise<void>;
}

/** The values of a planned visit, what is missing in them, and sending them. The rules themselves are the server's. */
export function useScheduleForm({ familyId, students, types, onPlanned }: Options) {
  const { t } = useTranslation('family');
  const [values, setValues] = useState<Values>({
    studentIds: students.map((student) => student.studentId),
    date: '',
    time: '',
    minutes: 40,
    type: types.length === 1 ? (types[0] ?? null) : null,
    place: '',
    partner: '',
    second: '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const command = useCommand('proposeVisit', { onDone: ({ visitId }) => onPlanned(visitId) });

  const missing = (): Record<string, string> => {
    const { minutes } = values;
    const checks = {
      studentIds: values.studentIds.length > 0,
      date: values.date !== '',
      time: values.time !== '',
      minutes: minutes !== null && minutes >= 15 && minutes <= 240,
      type: values.type !== null,
      place: values.type !== 'neutral' || values.place.trim() !== '',
      partner: values.partner !== '',
    };
    const names = Object.keys(checks) as (keyof typeof checks)[];
    return Object.fromEntries(
      names.filter((name) => !checks[name]).map((name) => [name, t(`schedule.errors.${name}`)]),
    );
  };

  const submit = () => {
    const found = missing();
    setErrors(found);
    const { type, minutes, partner, second } = values;
    if (Object.keys(found).length > 0 || type === null || minutes === null) return;
    command.send({
      body: {
        familyId,
        studentIds: values.studentIds,
        date: values.date,
        time: values.time,
        minutes,
        type,
        place: type === 'neutral' ? values.place.trim() : null,
        partnerIds: second === '' || second === partner ? [partner] : [partner, second],
        interpreterId: null,
      },
    });
  };

  return {
    values,
    set: (change: Partial<Values>) => setValues((before) => ({ ...before, ...change })),
    errors,
    submit,
    pending: command.pending,
    problem: command.problem,
  };
}
