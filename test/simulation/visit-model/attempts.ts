import { people } from '#test/support/school-scene.ts';
import { secretWords } from './invariants.ts';
import type { Scene, Step } from './scene.ts';

export type Attempt = (s: Scene, step: Step) => Promise<unknown>;

/** For each invariant and the rule that guards it, people who would break it if the program let them. */
export const attempts: readonly (readonly [invariant: string, rule: string, Attempt])[] = [
  [
    'CP1',
    'visit.member_not_taking_part',
    async (s, step) => {
      await step('third', 'setParticipation', {}, { answer: 'no' });
      await s.propose({ partnerIds: [people.third.personId] });
    },
  ],
  ['CP1', 'assign people', (s) => s.propose()],
  [
    'CP1',
    'visit.person_busy',
    async (s, step) => {
      await step('lead', 'inviteFamily', { familyId: s.second.familyId }, { how: 'phone', rev: 0 });
      await s.answerOfFamily(s.second.familyId, 'accepted');
      await s.propose();
      await s.propose(s.second);
    },
  ],
  [
    'CP1',
    'visit.family_busy',
    async (s) => {
      await s.propose();
      const others = { studentIds: s.students.slice(1), partnerIds: [people.coordinator.personId] };
      await s.propose(others, 'third');
    },
  ],
  [
    'I6',
    'visit.too_few_present, visit.team_not_certified',
    async (s) => {
      const asked = await s.propose({ interpreterId: people.third.personId });
      const visit = await s.yes(await s.yes(asked), 'third');
      s.afterwards();
      await s.log(visit, ['lead', 'third']);
    },
  ],
  [
    'I7',
    'visit.team_not_certified',
    async (s) => {
      const visit = await s.yes(await s.propose({ partnerIds: [people.novice.personId] }), 'novice');
      s.afterwards();
      await s.log(visit, ['lead', 'novice']);
    },
  ],
  ['I8', 'visit.in_the_past', (s) => s.propose({ date: '2027-01-18' })],
  ['I8', 'visit.not_started', async (s) => s.log(await s.scheduled())],
  [
    'I8',
    'visit.late_own',
    async (s, step) => {
      s.afterwards();
      const body = { ...s.plan(), reason: 'The family asked us in' };
      const { visitId, rev } = await step('coordinator', 'recordLateVisit', {}, body);
      await step('coordinator', 'decideLateVisit', { visitId }, { decision: 'approved', rev });
    },
  ],
  ['I9', 'visit.school_grounds', (s) => s.propose({ type: 'neutral', place: 'The school cafeteria' })],
  [
    'I10',
    'visit.already_scheduled, visit.not_after_last',
    async (s) => {
      await s.propose({ date: '2027-01-21' });
      await s.propose({ date: '2027-01-20' });
    },
  ],
  [
    'I10',
    'visit.not_after_last',
    async (s, step) => {
      await s.done();
      await step(
        'lead',
        'recordLateVisit',
        {},
        { ...s.plan({ date: '2027-01-19' }), reason: 'One day before' },
      );
    },
  ],
  [
    'I12',
    'family.visit_scheduled',
    async (s) => {
      await s.scheduled();
      await s.answerOfFamily(s.first.familyId, 'declined');
    },
  ],
  [
    'I12',
    'family.do_not_contact',
    async (s, step) => {
      await step(s.first, 'stopContact', {}, {});
      await s.answerOfFamily(s.first.familyId, 'accepted');
    },
  ],
  ['I16', 'cancel what took place', async (s) => s.cancel(await s.done())],
  [
    'I17',
    'change what was cancelled',
    async (s, step) => {
      const { visitId, rev } = await s.cancel(await s.scheduled());
      const { familyId: _, studentIds: __, ...plan } = s.plan();
      await step('lead', 'changeVisit', { visitId }, { ...plan, rev });
    },
  ],
  ['I18', 'forget a reflection', (s) => s.done()],
  ['I19', 'due a day late', (s) => s.done()],
  [
    'I20',
    'tell the words',
    async (s, step) => {
      const { visitId, reflections } = await s.done();
      const own = reflections.find(({ personId }) => personId === people.lead.personId);
      const words = { answers: [{ shift: 'assumptions', text: secretWords }], apply: secretWords };
      const params = { visitId, studentId: own?.studentId ?? '' };
      await step('lead', 'writeReflection', params, { words, together: false, rev: own?.rev });
    },
  ],
];
