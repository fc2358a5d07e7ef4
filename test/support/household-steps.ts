import { changeGuardian } from '#functions/app/households/change-guardian.ts';
import { removeGuardian } from '#functions/app/households/remove-guardian.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import type { Args } from '#shared/contract/client.ts';
import { household, idOf, people, type Scene } from './school-scene.ts';

/** Before the school year's first visit. */
export const now = '2026-09-01T15:00:00.000Z';
export const { familyId } = household;
export const guardianId = idOf('gua', 1);
export const family = { familyId };
export const gia = { familyId, guardianId };
export type Who = (typeof people)[keyof typeof people];

/** The family as staff sees it. */
export const readFamily = async (scene: Scene, who: Who = people.lead) => {
  const { deps, context } = scene.as(who, now);
  return getFamily(deps, context, { params: family, query: undefined, body: undefined });
};
/** Changes the household's first guardian. */
export const mend = async (scene: Scene, who: Who, body: Args<'changeGuardian'>['body'], key?: string) => {
  const { deps, context } = scene.as(who, now, key);
  return changeGuardian(deps, context, { params: gia, query: undefined, body });
};
/** Takes the household's first guardian out. */
export const takeOut = async (scene: Scene, who: Who, rev: number) => {
  const { deps, context } = scene.as(who, now);
  return removeGuardian(deps, context, { params: gia, query: undefined, body: { rev } });
};
