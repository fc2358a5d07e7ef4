import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Host } from '#infra/local/host.ts';
import type { LocalServices } from '#infra/local/local-services.ts';
import { type Client, createClient, RequestRefused } from '#shared/contract/client.ts';
import { endpoints } from '#shared/contract/endpoints.generated.ts';

/** Longest time for what happens behind an answer: an account, a district made ready, a roster read. */
const patienceMs = 60_000;
const pauseMs = 60;

/** The API as one person uses it. A token is made for each call, so that new roles count at once. */
export function clientOf(host: Host, { cognito, identity }: LocalServices, email: string): Client {
  return createClient(endpoints, {
    baseUrl: `${host.origin}/api`,
    fetch,
    token: async () => {
      const user = cognito.users.find(email);
      return user === undefined ? null : ((await identity.tokensFor(user.sub))?.accessToken ?? null);
    },
    newKey: randomUUID,
  });
}

/** Asks again until there is an answer. A refusal for want of an account or a right may pass: it is on its way. */
export async function eventually<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  const until = Date.now() + patienceMs;
  let last: unknown;
  while (Date.now() < until) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
    } catch (error) {
      if (!(error instanceof RequestRefused) || ![401, 403, 404, 409].includes(error.problem.status))
        throw error;
      last = error;
    }
    await wait(pauseMs);
  }
  throw new Error(`${what} did not come about in ${patienceMs / 1000} seconds.`, { cause: last });
}
