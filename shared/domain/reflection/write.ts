import type { Reflection } from './model.ts';

/** The author wrote or edited the reflection: it is done, and the words are kept under a version of their own (I19). */
export function written(reflection: Reflection): Reflection {
  return { ...reflection, status: 'done', version: reflection.version + 1 };
}
