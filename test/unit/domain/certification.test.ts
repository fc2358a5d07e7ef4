import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certifiedOn, heldOn, newerOf, renewalWindow } from '#shared/domain/person/certification.ts';
import type { Certificate } from '#shared/domain/person/model.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import { earnedBy } from '#shared/domain/training/certify.ts';

const policy = { certificateMonths: 24, recertifyMonths: 2 };
const held: Certificate = { issuedOn: '2026-09-15', expiresOn: '2028-09-14' };

describe('I31 a certificate', () => {
  test('of a first training begins on its day and ends the day before the same day, months on', () => {
    expect(earnedBy({ kind: 'initial', heldOn: '2026-09-15' }, null, policy)).toEqual({
      kind: 'certificate',
      certificate: held,
    });
  });

  test.each([
    ['2028-02-29', '2030-02-28'],
    ['2026-12-31', '2028-12-30'],
    ['2027-03-01', '2029-02-28'],
  ])('of a training on %s lasts to %s, on whatever day the month ends', (day, expiresOn) => {
    expect(earnedBy({ kind: 'initial', heldOn: day }, null, policy)).toMatchObject({
      certificate: { issuedOn: day, expiresOn },
    });
  });

  test('may be renewed in its last two months, and runs on from its own last day', () => {
    expect(renewalWindow(held, 2)).toEqual({ from: '2028-07-14', until: '2028-09-14' });
    const renewed = { kind: 'certificate', certificate: { issuedOn: '2028-07-14', expiresOn: '2030-09-14' } };
    expect(earnedBy({ kind: 'renewal', heldOn: '2028-07-14' }, held, policy)).toEqual(renewed);
    expect(earnedBy({ kind: 'renewal', heldOn: '2028-09-14' }, held, policy)).toMatchObject({
      certificate: { issuedOn: '2028-09-14', expiresOn: '2030-09-14' },
    });
  });

  test.each([
    ['renewal', '2028-07-13', held, 'too_early'],
    ['renewal', '2028-09-15', held, 'lapsed'],
    ['renewal', '2028-07-14', null, 'no_certificate'],
    ['initial', '2027-01-10', held, 'still_certified'],
    ['trainer', '2028-09-15', held, 'lapsed'],
    ['trainer', '2027-01-10', null, 'no_certificate'],
  ] as const)('a %s training on %s refuses one who holds %o: %s', (kind, day, certificate, because) => {
    expect(earnedBy({ kind, heldOn: day }, certificate, policy)).toEqual({ kind: 'refused', because });
  });

  test('counts from the new training when the old one has lapsed', () => {
    expect(earnedBy({ kind: 'initial', heldOn: '2028-10-01' }, held, policy)).toMatchObject({
      certificate: { issuedOn: '2028-10-01', expiresOn: '2030-09-30' },
    });
  });

  test('whatever somebody completes, and in whatever order: valid days are never lost, and each renewal falls into a window', () => {
    const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays('2026-07-01', days));
    const training = fc.record({
      kind: fc.constantFrom('initial' as const, 'renewal' as const),
      heldOn: day,
    });
    fc.assert(
      fc.property(fc.array(training, { maxLength: 12 }), day, (trainings, someDay) => {
        let history: Certificate[] = [];
        let present: Certificate | null = null;
        for (const one of trainings) {
          const counting = heldOn(history, one.heldOn);
          const earned = earnedBy(one, counting, policy);
          if (earned.kind !== 'certificate') continue;
          const wasCertified: boolean = certifiedOn(present, someDay);
          history = [...history, earned.certificate];
          present = newerOf(present, earned.certificate);
          if (counting !== null && one.heldOn <= counting.expiresOn) {
            expect(one.heldOn >= renewalWindow(counting, 2).from).toBe(true);
            expect(earned.certificate.expiresOn > counting.expiresOn).toBe(true);
          } else expect(one.kind).toBe('initial');
          if (wasCertified) expect(history.some((each) => certifiedOn(each, someDay))).toBe(true);
        }
      }),
    );
  });
});
