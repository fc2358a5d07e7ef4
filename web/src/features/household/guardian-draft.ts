import type { Answer, Args } from '#shared/contract/client.ts';

type Guardian = Answer<'getFamily'>['guardians'][number];
type Prefers = NonNullable<Guardian['prefers']>;
type Body = Args<'addGuardian'>['body'];

/** A guardian as the form holds it: empty text where nothing is known. */
export interface GuardianDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly prefers: Prefers | 'nothing';
  readonly noContact: boolean;
}

export const ways: readonly Prefers[] = ['phone', 'text', 'email', 'letter'];

export const draftOf = (guardian: Guardian | null): GuardianDraft => ({
  name: guardian?.name ?? '',
  phone: guardian?.phone ?? '',
  email: guardian?.email ?? '',
  prefers: guardian?.prefers ?? 'nothing',
  noContact: guardian?.noContact ?? false,
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The form as the server takes it. */
export const bodyOf = (draft: GuardianDraft): Body => ({
  name: draft.name.trim(),
  phone: orNull(draft.phone),
  email: orNull(draft.email),
  prefers: draft.prefers === 'nothing' ? null : draft.prefers,
  noContact: draft.noContact,
});

/** Only what was touched, so that the rest goes on following the roster (I42). */
export function changesOf(first: GuardianDraft, draft: GuardianDraft): Partial<Body> {
  const whole = bodyOf(draft);
  const touched = Object.keys(whole).filter(
    (field) => draft[field as keyof GuardianDraft] !== first[field as keyof GuardianDraft],
  );
  return Object.fromEntries(touched.map((field) => [field, whole[field as keyof Body]]));
}
