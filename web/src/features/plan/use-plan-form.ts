import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Args } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';

type Body = Args<'proposeVisit'>['body'];
type Plan = Omit<Body, 'familyId' | 'studentIds'>;

export interface PlanValues {
  studentIds: string[];
  date: string;
  time: string;
  minutes: number | null;
  type: Body['type'] | null;
  place: string;
  partner: string;
  second: string;
  interpreter: string;
  /** Only of a visit that is written down late. */
  reason: string;
}

export const emptyPlan: PlanValues = {
  studentIds: [],
  date: '',
  time: '',
  minutes: 40,
  type: null,
  place: '',
  partner: '',
  second: '',
  interpreter: '',
  reason: '',
};

/** A new plan with the family: its children without a planned visit, and what the family wished for. */
export function planFor(
  { students, invitation }: Pick<Answer<'getFamily'>, 'students' | 'invitation'>,
  types: readonly Body['type'][],
): PlanValues {
  const { wishes } = invitation;
  const wished = types.find((type) => type === wishes?.type) ?? null;
  return {
    ...emptyPlan,
    studentIds: students.flatMap(({ studentId, nextVisit }) => (nextVisit === null ? [] : [studentId])),
    type: wished ?? (types.length === 1 ? (types[0] ?? null) : null),
    place: wished === 'neutral' ? (wishes?.place ?? '') : '',
  };
}

export type Fields = 'new' | 'change' | 'late';

/** The values of a plan and what is missing in them. The rules themselves are the server's. */
export function usePlanForm(initial: PlanValues, fields: Fields) {
  const { t } = useTranslation('plan');
  const { policy } = useMe();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});

  const missing = (): Record<string, string> => {
    const { minutes } = values;
    const checks = {
      studentIds: fields === 'change' || values.studentIds.length > 0,
      partner: values.partner !== '' || (policy?.interpreterCounts === true && values.interpreter !== ''),
      date: values.date !== '',
      time: values.time !== '',
      minutes: minutes !== null && minutes >= 15 && minutes <= 240,
      type: values.type !== null,
      place: values.type !== 'neutral' || values.place.trim() !== '',
      reason: fields !== 'late' || values.reason.trim().length >= 3,
    };
    const names = Object.keys(checks) as (keyof typeof checks)[];
    return Object.fromEntries(
      names.filter((name) => !checks[name]).map((name) => [name, t(`errors.${name}`)]),
    );
  };

  return {
    values,
    set: (change: Partial<PlanValues>) => setValues((before) => ({ ...before, ...change })),
    errors,
    /** The plan as it is sent, or null after saying what is missing. */
    checked: (): Plan | null => {
      const found = missing();
      setErrors(found);
      const { date, time, minutes, type, partner, second, interpreter } = values;
      if (Object.keys(found).length > 0 || type === null || minutes === null) return null;
      return {
        date,
        time,
        minutes,
        type,
        place: type === 'neutral' ? values.place.trim() : null,
        partnerIds: [...new Set([partner, second])].filter((id) => id !== ''),
        interpreterId: interpreter === '' ? null : interpreter,
      };
    },
  };
}
export type PlanForm = ReturnType<typeof usePlanForm>;
