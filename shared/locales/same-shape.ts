/** A translation of a catalogue: every key of the first language, and no other. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>;
};
