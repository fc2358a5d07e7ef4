import type { Answer } from '#shared/contract/client.ts';
import { type Change, reflectionSubject } from '../../app/offline/changes.ts';
import { useChangeOf } from '../../app/offline/offline-context.ts';
import { WaitingNote } from '../waiting/waiting-note.tsx';
import { ReflectionForm } from './reflection-form.tsx';

type Data = Answer<'getMyReflection'>;

/** The form; or what waits on this phone in its place; or, when that was refused, the form with those words in it. */
export function ReflectionOnPhone({ data }: { data: Data }) {
  const { visitId, studentId } = data.reflection;
  const change = useChangeOf(reflectionSubject(visitId, studentId));
  if (change !== undefined && change.problem === null) return <WaitingNote change={change} />;
  return <ReflectionForm key={change?.place ?? 'new'} data={withWords(data, change)} />;
}

function withWords(data: Data, change: Change | undefined): Data {
  const body = change?.args.body;
  return body !== undefined && 'words' in body ? { ...data, words: body.words } : data;
}
