import { useState } from 'react';
import type { Answer } from '#shared/contract/client.ts';
import type { ReflectionWords } from '#shared/domain/reflection/model.ts';
import { type Shift, shifts, shiftsFirst } from '#shared/domain/reflection/shifts.ts';

/** The words while they are being written. They stay in memory until they are saved: a shared computer keeps no draft. */
export function useReflectionForm({ words, visitNumber, reflection }: Answer<'getMyReflection'>) {
  const before = new Map<Shift, string>(words?.answers.map(({ shift, text }) => [shift, text]));
  const [answers, setAnswers] = useState<ReadonlyMap<Shift, string>>(before);
  const [shown, setShown] = useState<readonly Shift[]>(() =>
    shifts.filter(
      (shift) => before.has(shift) || (words === null && shiftsFirst(visitNumber).includes(shift)),
    ),
  );
  const [apply, setApply] = useState(words?.apply ?? '');
  const [together, setTogether] = useState(reflection.together);
  const written = (): ReflectionWords => ({
    answers: shown.flatMap((shift) => {
      const text = answers.get(shift)?.trim() ?? '';
      return text === '' ? [] : [{ shift, text }];
    }),
    apply: apply.trim(),
  });
  return {
    answers,
    shown,
    hidden: shifts.filter((shift) => !shown.includes(shift)),
    apply,
    together,
    written,
    changed: () =>
      apply !== (words?.apply ?? '') ||
      together !== reflection.together ||
      shifts.some((shift) => (answers.get(shift) ?? '') !== (before.get(shift) ?? '')),
    answer: (shift: Shift, text: string) => setAnswers(new Map(answers).set(shift, text)),
    show: (shift: Shift) => setShown([...shown, shift]),
    setApply,
    setTogether,
  };
}
