import type { Policy } from './model.ts';

/** The version in force on a local day: the newest that starts on or before it (I29); null before the first. */
export function policyOn<P extends Pick<Policy, 'from'>>(policies: readonly P[], day: string): P | null {
  return policies.reduce<P | null>(
    (newest, policy) =>
      policy.from <= day && (newest === null || newest.from < policy.from) ? policy : newest,
    null,
  );
}
