import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimStatus } from '#shared/domain/claim/model.ts';
import { type PayableFacts, reasonsAgainstPay } from '#shared/domain/claim/payable.ts';
import { approveClaim, payClaim, returnClaim, submitClaim } from '#shared/domain/claim/transitions.ts';
import { claim, fund, id, reasonOf } from './samples.ts';

const payable: PayableFacts = {
  visitStatus: 'completed',
  certificate: { issuedOn: '2026-06-01', expiresOn: '2028-06-01' },
  reflections: [{ status: 'done' }],
  reflectionBeforePay: true,
  fund,
  now: '2026-10-10T15:00:00.000Z',
  timeZone: 'America/Chicago',
};
const submitted = submitClaim(claim, payable);
const approver = id('per', 9);

describe('I23: what stands against paying a claim', () => {
  const reasons = (change: Partial<PayableFacts>) => reasonsAgainstPay(claim, { ...payable, ...change });

  it('is nothing when all is well', () => {
    expect(reasons({})).toEqual([]);
  });

  it('is said by name, all of it at once', () => {
    expect(
      reasons({
        visitStatus: 'cancelled',
        certificate: null,
        reflections: [{ status: 'done' }, { status: 'owed' }],
        fund: null,
        now: '2026-10-16T05:00:00.000Z',
      }),
    ).toEqual([
      'claim.visit_not_completed',
      'claim.not_certified',
      'claim.reflection_missing',
      'claim.late',
      'claim.fund_closed',
    ]);
  });

  it('is no missing reflection where the policy does not ask for it', () => {
    expect(reasons({ reflections: [{ status: 'owed' }], reflectionBeforePay: false })).toEqual([]);
  });

  it('is a certificate that did not yet, or no longer, hold on the visit’s day', () => {
    const onDay = (issuedOn: string, expiresOn: string) => reasons({ certificate: { issuedOn, expiresOn } });
    expect(onDay('2026-10-02', '2028-10-02')).toEqual(['claim.not_certified']);
    expect(onDay('2024-09-30', '2026-09-30')).toEqual(['claim.not_certified']);
    expect(onDay('2026-10-01', '2026-10-01')).toEqual([]);
  });

  it('is lateness only after the due day has ended in the district’s zone', () => {
    expect(reasons({ now: '2026-10-16T04:59:59.999Z' })).toEqual([]);
    expect(reasons({ now: '2026-10-16T05:00:00.000Z' })).toEqual(['claim.late']);
  });
});

describe('the life of a claim', () => {
  it('goes from open by submitted and approved to paid', () => {
    const approved = approveClaim(submitted, approver, payable);
    expect(submitted).toMatchObject({ status: 'submitted', submittedAt: payable.now });
    expect(approved).toMatchObject({ status: 'approved', approvedBy: approver, approvedAt: payable.now });
    expect(payClaim(approved, id('bat', 1))).toMatchObject({ status: 'paid', batchId: id('bat', 1) });
  });

  it('comes back with words, and is still in time when sent again after the due day', () => {
    const back = returnClaim(submitted, approver, 'Which family was this?');
    expect(back).toMatchObject({ status: 'open', returnedBecause: 'Which family was this?' });
    const again = submitClaim(back, { ...payable, now: '2026-10-20T15:00:00.000Z' });
    expect(again).toMatchObject({
      status: 'submitted',
      submittedAt: submitted.submittedAt,
      returnedBecause: null,
    });
  });

  it('is refused for the first reason against it', () => {
    expect(reasonOf(() => submitClaim(claim, { ...payable, certificate: null }))).toBe('claim.not_certified');
    expect(reasonOf(() => approveClaim(submitted, approver, { ...payable, fund: null }))).toBe(
      'claim.fund_closed',
    );
    expect(reasonOf(() => submitClaim({ ...claim, status: 'unpaid' }, payable))).toBe('claim.unpaid');
  });

  it('I24: nobody decides on their own claim', () => {
    expect(reasonOf(() => approveClaim(submitted, claim.personId, payable))).toBe('claim.own');
    expect(reasonOf(() => returnClaim(submitted, claim.personId, 'No'))).toBe('claim.own');
  });

  it('allows each step from one status only', () => {
    const steps = {
      open: (c: typeof claim) => submitClaim(c, payable),
      submitted: (c: typeof claim) => approveClaim(c, approver, payable),
      approved: (c: typeof claim) => payClaim(c, id('bat', 1)),
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...ClaimStatus.options),
        fc.constantFrom('open' as const, 'submitted' as const, 'approved' as const),
        (status, from) => {
          expect(reasonOf(() => steps[from]({ ...claim, status })) === null).toBe(status === from);
        },
      ),
    );
  });
});
