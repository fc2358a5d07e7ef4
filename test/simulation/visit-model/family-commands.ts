import { isAhead } from '#shared/domain/visit/states.ts';
import { type Choice, householdOf, type Kind, type Story, visitIn } from './choices.ts';
import type { World } from './world.ts';

const wishes = { times: '2-evening', type: 'home', place: '', interpreter: '', note: '' };

/** A command about one of the family's own visits; now and then about one of somebody else's. */
function ownVisit(world: World, choice: Choice, story: Story, want: Parameters<typeof visitIn>[2]) {
  const household = householdOf(world, choice);
  const visit = visitIn(
    story,
    choice.b,
    (one) => (one.familyId === household.familyId || choice.c % 10 === 0) && want(one),
  );
  return visit === undefined ? null : { who: household, params: { visitId: visit.visitId } };
}

/** What a family tries on its page, without an account. */
export const familyCommands: Readonly<Record<string, Kind>> = {
  familySaysYes: (choice, _, world) => ({
    route: 'acceptAsFamily',
    who: householdOf(world, choice),
    params: {},
    body: wishes,
  }),
  familySaysNo: (choice, _, world) => ({
    route: 'declineAsFamily',
    who: householdOf(world, choice),
    params: {},
    body: {},
  }),
  familyWantsNoContact: (choice, _, world) => ({
    route: 'stopContact',
    who: householdOf(world, choice),
    params: {},
    body: {},
  }),
  familyAllowsContact: (choice, _, world) => ({
    route: 'allowContact',
    who: householdOf(world, choice),
    params: {},
    body: {},
  }),
  familyCancels: (choice, story, world) => {
    const own = ownVisit(world, choice, story, ({ status }) => isAhead(status));
    return own && { route: 'cancelAsFamily', ...own, body: {} };
  },
  familyWantsAnotherTime: (choice, story, world) => {
    const own = ownVisit(world, choice, story, ({ status }) => isAhead(status));
    return own && { route: 'askAnotherTime', ...own, body: wishes };
  },
  familySaysHowItWas: (choice, story, world) => {
    const own = ownVisit(world, choice, story, ({ completedAt }) => completedAt !== null);
    return own && { route: 'confirmVisit', ...own, body: { how: 'good', words: '' } };
  },
};
