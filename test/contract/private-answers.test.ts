import { expect, test } from 'vitest';
import * as z from 'zod';
import { routeList } from '#shared/contract/contract.ts';

/**
 * CP1: whether somebody takes part is theirs to say, and nobody else reads a no. Others learn of `willing` at most,
 * which is the same for a no and for no answer.
 */
test('only one’s own pages tell what somebody answered about taking part', () => {
  const telling = routeList.filter(({ response }) =>
    JSON.stringify(z.toJSONSchema(response, { unrepresentable: 'any' })).includes('"participation"'),
  );
  expect(telling.map(({ id }) => id).sort()).toEqual(['getMe', 'setParticipation']);
});
