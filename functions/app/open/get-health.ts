import type { UseCase } from '#functions/app/use-case.ts';

/** Answers without touching data, so that it tells whether the API is reachable and no more. */
export const getHealth: UseCase<'getHealth'> = async (_, { now }) => ({ status: 'ok' as const, now });
