import { expect } from 'vitest';
import type { Item } from '#functions/data/entity.ts';
import type { Claim, PayBatch } from '#shared/domain/claim/model.ts';
import type { Invitation, StudentYear } from '#shared/domain/family/model.ts';
import type { Person } from '#shared/domain/person/model.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import type { Reflection } from '#shared/domain/reflection/model.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';
import type { Visit, VisitMember } from '#shared/domain/visit/model.ts';
import { isAhead, tookPlace } from '#shared/domain/visit/states.ts';

const all = <T>(items: readonly Item[], type: string): T[] =>
  items.filter(({ et }) => et === type).map(({ data }) => data as T);
const sum = (claims: readonly Claim[]) => claims.reduce((cents, claim) => cents + claim.cents, 0);

/** What must be true of everything stored, whatever people did and wherever a function died on the way. */
export function expectInvariants(items: readonly Item[], policy: PolicySettings): void {
  const visits = all<Visit>(items, 'visit');
  const members = all<VisitMember>(items, 'visitMember');
  const standings = all<StudentYear>(items, 'studentYear');
  const reflections = all<Reflection>(items, 'reflection');
  const claims = all<Claim>(items, 'claim');
  const people = new Map(all<Person>(items, 'person').map((person) => [person.personId, person]));

  for (const visit of visits) {
    const team = visit.team.map(({ personId }) => personId);
    const own = { of: ({ visitId }: { visitId: string }) => visitId === visit.visitId };
    const owed = reflections.filter(own.of).map(({ studentId, personId }) => `${studentId} ${personId}`);
    const lines = claims.filter(own.of).map(({ personId }) => personId);
    if (tookPlace(visit.status) || visit.status === 'scheduled')
      expect((visit.scheduledAt ?? '9') < visit.startsAt, 'I8').toBe(true);
    const rows = members.filter(own.of).map(({ personId, status }) => `${personId} ${status}`);
    expect(rows.sort(), 'each member has a line that says the same').toEqual(
      team.map((personId) => `${personId} ${visit.status}`).sort(),
    );
    if (!tookPlace(visit.status)) {
      expect([owed, lines], 'I16: nothing is owed or paid for what did not take place').toEqual([[], []]);
      continue;
    }
    const certified = team.filter((personId) => {
      const held = people.get(personId)?.certificate ?? null;
      return held !== null && held.issuedOn <= visit.localDate && visit.localDate <= held.expiresOn;
    });
    expect(new Set(team).size, 'I6').toBe(team.length);
    expect(team.length >= policy.minTeam && team.length <= policy.maxTeam, 'I6').toBe(true);
    expect(certified.length, 'I7').toBeGreaterThanOrEqual(policy.minCertified);
    const expected = visit.students.flatMap(({ studentId }) =>
      team.map((personId) => `${studentId} ${personId}`),
    );
    expect(owed.sort(), 'I18').toEqual(expected.sort());
    expect(lines.sort(), 'I22').toEqual([...team].sort());
  }

  for (const standing of standings) {
    const days = standing.visits.map(({ on }) => on);
    expect([...new Set(days)].sort(), 'I10: each later than the one before').toEqual(days);
    const live = visits.filter(
      ({ status, students }) =>
        (isAhead(status) || tookPlace(status)) &&
        students.some(({ studentId }) => studentId === standing.studentId),
    );
    const numbers = live
      .flatMap(({ visitId, status, students }) =>
        students
          .filter(({ studentId }) => studentId === standing.studentId)
          .map(({ number }) => ({ visitId, status: isAhead(status) ? 'scheduled' : 'completed', number })),
      )
      .sort((a, b) => a.number - b.number);
    expect(numbers, 'I10: 1, 2, 3 without a gap').toEqual(
      standing.visits.map(({ visitId, status }, index) => ({ visitId, status, number: index + 1 })),
    );
  }

  for (const { familyId, status } of all<Invitation>(items, 'invitation')) {
    const answers = standings.filter((one) => one.familyId === familyId).map(({ invitation }) => invitation);
    expect(new Set(answers), 'every student carries the family’s answer').toEqual(new Set([status]));
    if (status === 'accepted') continue;
    const ahead = visits.filter((visit) => visit.familyId === familyId && isAhead(visit.status));
    expect(ahead, 'I12: nobody goes to a family that did not say yes').toEqual([]);
  }

  for (const claim of claims) {
    const decided = claim.status === 'approved' || claim.status === 'paid';
    expect(decided ? claim.approvedBy !== claim.personId : claim.approvedBy === null, 'I24').toBe(true);
    expect(claim.status === 'paid', 'I25: paid by a batch, and by no other way').toBe(claim.batchId !== null);
    if (claim.status === 'open') continue;
    const sentIn = localDateOf(claim.submittedAt ?? '', 'America/Chicago');
    expect(sentIn <= claim.dueOn, 'I23: in time').toBe(true);
    if (!policy.reflectionBeforePay) continue;
    const mine = reflections.filter(
      ({ visitId, personId }) => visitId === claim.visitId && personId === claim.personId,
    );
    expect(
      mine.every(({ status }) => status === 'done'),
      'I23: reflection before pay',
    ).toBe(true);
  }
}

/** What holds between batches, their lines and the claims, once the last closing came to its end. */
export function expectLedger(items: readonly Item[]): void {
  const claims = all<Claim>(items, 'claim');
  const batches = all<PayBatch>(items, 'payBatch');
  const lines = all<{ batchId: string; visitId: string; personId: string; cents: number }>(items, 'payLine');
  for (const batch of batches) {
    const paid = claims.filter(({ batchId }) => batchId === batch.batchId);
    const own = lines.filter(({ batchId }) => batchId === batch.batchId);
    expect([batch.status, paid.length, sum(paid)], 'I26').toEqual(['closed', batch.lines, batch.totalCents]);
    expect(own.map(({ visitId, personId }) => `${visitId} ${personId}`).sort(), 'I26').toEqual(
      paid.map(({ visitId, personId }) => `${visitId} ${personId}`).sort(),
    );
  }
  const known = new Set(batches.map(({ batchId }) => batchId));
  expect(
    claims.filter(({ batchId }) => batchId !== null && !known.has(batchId)),
    'I25',
  ).toEqual([]);
}
