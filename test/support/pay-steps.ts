import { createHash } from 'node:crypto';
import { approveClaim } from '#functions/app/pay/approve-claim.ts';
import { closePayPeriod } from '#functions/app/pay/close-pay-period.ts';
import { submitClaim } from '#functions/app/pay/submit-claim.ts';
import type { Files } from '#functions/app/ports.ts';
import { people, type Scene } from './school-scene.ts';

type Who = (typeof people)[keyof typeof people];

/** Files in memory, which like the real ones are never replaced. */
export function filesInMemory(): Files & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    uploadForm: async (key) => ({ url: `memory:${key}`, fields: {} }),
    put: async (key, bytes) => {
      if (kept.has(key)) throw new Error(`${key} is there already`);
      kept.set(key, bytes);
    },
    downloadLink: async (key, fileName) => `memory:${key}?${fileName}`,
  };
}

export const sha256 = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

export const submittedAt = '2026-10-05T15:00:00.000Z';
export const approvedAt = '2026-10-06T15:00:00.000Z';
export const closedAt = '2026-10-31T15:00:00.000Z';

export async function submit(scene: Scene, who: Who, visitId: string, rev = 1, now = submittedAt) {
  const { deps, context } = scene.as(who, now);
  return submitClaim(deps, context, { params: { visitId }, query: undefined, body: { rev } });
}

export async function approve(
  scene: Scene,
  who: Who,
  claim: { visitId: string; personId: string; rev: number },
  now = approvedAt,
) {
  const { visitId, personId, rev } = claim;
  const { deps, context } = scene.as(who, now);
  return approveClaim(deps, context, { params: { visitId, personId }, query: undefined, body: { rev } });
}

export async function close(
  scene: Scene,
  files: Files,
  through = '2026-10-31',
  key?: string,
  now = closedAt,
) {
  const { deps, context } = scene.as(people.payroll, now, key);
  return closePayPeriod({ ...deps, files }, context, {
    params: undefined,
    query: undefined,
    body: { through },
  });
}
