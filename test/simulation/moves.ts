import fc from 'fast-check';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { approveClaim } from '#functions/app/pay/approve-claim.ts';
import { closePayPeriod } from '#functions/app/pay/close-pay-period.ts';
import { returnClaim } from '#functions/app/pay/return-claim.ts';
import { submitClaim } from '#functions/app/pay/submit-claim.ts';
import type { Files } from '#functions/app/ports.ts';
import { writeReflection } from '#functions/app/reflections/write-reflection.ts';
import { answerVisit } from '#functions/app/visits/answer-visit.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { completeVisit } from '#functions/app/visits/complete-visit.ts';
import { proposeVisit } from '#functions/app/visits/propose-visit.ts';
import type { Item } from '#functions/data/entity.ts';
import { addDays, localDateOf } from '#shared/domain/time/zoned.ts';
import { household, people, type Scene } from '#test/support/school-scene.ts';

const kinds = [
  'invite',
  'answer',
  'propose',
  'respond',
  'complete',
  'cancel',
  'reflect',
  'submit',
  'approve',
  'return',
  'close',
] as const;
export type Kind = (typeof kinds)[number];

/** One thing somebody tries. Numbers choose among what is there, so that every sequence makes some sense. */
export interface Move {
  /** Of what makes sense now, or, when it is wild, of everything. */
  readonly kind: number;
  readonly wild: boolean;
  readonly who: 'lead' | 'partner' | 'third' | 'novice' | 'coordinator' | 'stranger';
  readonly pick: number;
  readonly other: number;
  /** Hours that pass before it. */
  readonly hours: number;
  /** The function dies before its transaction, or after it with the answer lost; the person tries again. */
  readonly dies: 'no' | 'before' | 'after';
  /** The page is out of date. */
  readonly stale: boolean;
}

/** What somebody tries: mostly something that what is stored asks for. */
export function kindOf(move: Move, items: readonly Item[]): Kind {
  const any = (type: string, status: string) =>
    items.some(({ et, data }) => et === type && data['status'] === status);
  const sensible: Kind[] = [
    ...(any('invitation', 'declined') ? (['answer'] as const) : (['propose', 'propose'] as const)),
    ...(any('visit', 'scheduled') ? [] : (['answer'] as const)),
    ...(any('visit', 'proposed') ? (['respond', 'respond', 'respond'] as const) : []),
    ...(any('visit', 'scheduled') ? (['complete', 'complete', 'cancel'] as const) : []),
    ...(any('reflection', 'owed') ? (['reflect', 'reflect'] as const) : []),
    ...(any('claim', 'open') ? (['submit', 'submit'] as const) : []),
    ...(any('claim', 'submitted') ? (['approve', 'approve', 'return'] as const) : []),
    ...(any('claim', 'approved') ? (['close', 'close', 'close'] as const) : []),
  ];
  const among = move.wild ? kinds : sensible;
  return among[move.kind % among.length] ?? 'invite';
}

export const anyMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.nat(99),
  wild: fc.constantFrom(false, false, false, false, true),
  // Mostly people of the team: others are refused, which is seen soon.
  who: fc.constantFrom(
    'lead',
    'lead',
    'lead',
    'partner',
    'partner',
    'third',
    'coordinator',
    'novice',
    'stranger',
  ),
  pick: fc.nat(50),
  other: fc.nat(50),
  hours: fc.integer({ min: 0, max: 30 }),
  dies: fc.constantFrom('no', 'no', 'no', 'no', 'before', 'after'),
  stale: fc.constantFrom(false, false, false, false, true),
});

const approvers = ['coordinator', 'coordinator', 'coordinator', 'admin', 'stranger'] as const;

/** Ids are random, so that picks go by age: a seed always tells the same story. */
const byAge = (a: Item, b: Item) => (`${a.createdAt} ${a.sk}` < `${b.createdAt} ${b.sk}` ? -1 : 1);

/** Makes the move as its person would at `now`, on what is stored. */
export async function make(
  what: Kind,
  move: Move,
  scene: Scene,
  items: readonly Item[],
  now: string,
  key: string,
  files: Files,
): Promise<unknown> {
  const person = people[what === 'close' ? 'payroll' : move.who];
  const { deps, context } = scene.as(person, now, key);
  const today = localDateOf(now, 'America/Chicago');
  const rev = (item: Item | undefined) => Math.max((item?.rev ?? 0) - (move.stale ? 1 : 0), 0);
  const oneOf = (type: string, want: (data: Record<string, unknown>) => boolean = () => true) => {
    const found = items.filter(({ et, data }) => et === type && want(data)).sort(byAge);
    return found[move.pick % Math.max(found.length, 1)];
  };
  const text = (item: Item | undefined, name: string) => String(item?.data[name] ?? '');
  /** Mostly whose row it is; now and then somebody else, who must not get anywhere. */
  const byPerson = (personId: string | undefined) => {
    const owner = Object.values(people).find((one) => one.personId === personId);
    return scene.as(move.other % 6 === 0 ? person : (owner ?? person), now, key);
  };
  const byOwnerOf = (row: Item | undefined) => byPerson(text(row, 'personId'));
  const byMemberOf = (visit: Item | undefined) => {
    const team = (visit?.data['team'] ?? []) as { personId: string }[];
    return byPerson(team[move.pick % Math.max(team.length, 1)]?.personId);
  };
  const query = undefined;

  switch (what) {
    case 'invite': {
      const body = { how: 'phone' as const, rev: rev(oneOf('invitation')) };
      return inviteFamily(deps, context, { params: { familyId: household.familyId }, query, body });
    }
    case 'answer': {
      const answer = move.other % 4 === 0 ? ('declined' as const) : ('accepted' as const);
      const body = { answer, rev: rev(oneOf('invitation')) };
      return recordAnswer(deps, context, { params: { familyId: household.familyId }, query, body });
    }
    case 'propose': {
      const { lead, partner, third, novice, stranger } = people;
      // Now and then one asks oneself, or somebody who is not certified or works elsewhere.
      const near = [lead, partner, third].filter((one) => one !== person || move.other % 7 === 0);
      const asked = move.pick % 6 === 0 ? [novice, stranger] : near;
      const [first, second] = [asked[move.pick % asked.length], asked[move.other % asked.length]];
      const partnerIds = [first, ...(move.other % 3 === 0 ? [second] : [])].map((one) => one?.personId ?? '');
      const [uma, vic] = household.students;
      const studentIds = [[uma], [vic], [uma, vic]][move.other % 3] ?? [uma];
      const date = addDays(today, move.pick % 3);
      const plan = { date, time: '16:30', minutes: 40, type: 'home' as const, place: null };
      const family = { familyId: household.familyId, studentIds };
      const body = { ...family, partnerIds, interpreterId: null, ...plan };
      return proposeVisit(deps, context, { params: undefined, query, body });
    }
    case 'respond': {
      const visit = oneOf('visit', ({ status }) => status === 'proposed' || move.other % 5 === 0);
      const team = (visit?.data['team'] ?? []) as { personId: string; answer: string }[];
      const waiting = team.filter((one) => one.answer === 'asked');
      const call = byPerson(waiting[move.pick % Math.max(waiting.length, 1)]?.personId);
      const params = { visitId: text(visit, 'visitId') };
      const body = { answer: move.other % 8 === 0 ? ('no' as const) : ('yes' as const), rev: rev(visit) };
      return answerVisit(call.deps, call.context, { params, query, body });
    }
    case 'complete': {
      const visit = oneOf('visit', ({ status }) => status === 'scheduled' || move.other % 5 === 0);
      const team = (visit?.data['team'] ?? []) as { personId: string }[];
      const present = team.map(({ personId }) => personId).slice(move.other % 7 === 0 ? 1 : 0);
      const body = { present, actualMinutes: 30, rev: rev(visit) };
      const call = byMemberOf(visit);
      const params = { visitId: text(visit, 'visitId') };
      return completeVisit(call.deps, call.context, { params, query, body });
    }
    case 'cancel': {
      const visit = oneOf('visit', ({ status }) => status === 'scheduled' || move.other % 5 === 0);
      const outcome = move.other % 2 === 0 ? ('cancelled' as const) : ('no_show' as const);
      const params = { visitId: text(visit, 'visitId') };
      const call = byMemberOf(visit);
      return cancelVisit(call.deps, call.context, {
        params,
        query,
        body: { outcome, side: 'family', reason: 'other', rev: rev(visit) },
      });
    }
    case 'reflect': {
      const row = oneOf('reflection', ({ status }) => status === 'owed' || move.other % 5 === 0);
      const call = byOwnerOf(row);
      const params = { visitId: text(row, 'visitId'), studentId: text(row, 'studentId') };
      const words = {
        answers: [{ shift: 'understanding' as const, text: 'Hopes' }],
        apply: 'One thing to try',
      };
      return writeReflection(call.deps, call.context, {
        params,
        query,
        body: { words, together: false, rev: rev(row) },
      });
    }
    case 'submit': {
      const waiting = (of: Record<string, unknown>) =>
        items.some(
          ({ et, data }) =>
            et === 'reflection' &&
            data['status'] === 'owed' &&
            data['visitId'] === of['visitId'] &&
            data['personId'] === of['personId'],
        );
      const row = oneOf('claim', (of) => (of['status'] === 'open' && !waiting(of)) || move.other % 5 === 0);
      const call = byOwnerOf(row);
      const params = { visitId: text(row, 'visitId') };
      return submitClaim(call.deps, call.context, { params, query, body: { rev: rev(row) } });
    }
    case 'approve':
    case 'return': {
      const claim = oneOf('claim', ({ status }) => status === 'submitted' || move.other % 5 === 0);
      const payee = Object.values(people).find(({ personId }) => personId === text(claim, 'personId'));
      // Now and then the payee tries, and holds the role for it.
      const name = approvers[move.other % approvers.length] ?? 'coordinator';
      const approver = move.other % 6 === 0 && payee !== undefined ? payee : people[name];
      const call = scene.as({ ...approver, roles: [...approver.roles, 'coordinator'] }, now, key);
      const params = { visitId: text(claim, 'visitId'), personId: text(claim, 'personId') };
      return what === 'approve'
        ? approveClaim(call.deps, call.context, { params, query, body: { rev: rev(claim) } })
        : returnClaim(call.deps, call.context, { params, query, body: { rev: rev(claim), reason: 'Why?' } });
    }
    case 'close':
      return closePayPeriod({ ...deps, files }, context, {
        params: undefined,
        query,
        body: { through: today },
      });
  }
}
