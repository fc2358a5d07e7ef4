import { describe, expect, test } from 'vitest';
import { demoDistricts } from '#infra/local/demo/districts.ts';
import { demoPeople, findDemoPerson } from '#infra/local/demo/people.ts';
import { rosterZip } from '#infra/local/demo/roster.ts';
import { demoSchoolYear, demoTrainingDay } from '#infra/local/demo/school-year.ts';
import { SchoolYear } from '#shared/domain/district/model.ts';
import { inSecondVisitSeason } from '#shared/domain/district/school-year.ts';
import { EmailAddress } from '#shared/domain/person/model.ts';
import { PolicySettings } from '#shared/domain/policy/model.ts';
import { readZip } from '#test/support/roster-zip.ts';

describe('the demo districts', () => {
  test.each(demoDistricts)('$name: a roster of which every row is taken', async (district) => {
    const roster = await readZip(rosterZip(district));
    expect({ format: roster.format, notTaken: roster.notTaken }).toEqual({
      format: 'oneroster-1.2',
      notTaken: 0,
    });
    expect(roster.schools.size).toBe(district.schools.length);
    const classes = [...roster.classes.values()];
    expect(classes.every((one) => one.studentIds.length === district.studentsPerClass)).toBe(true);
    expect(PolicySettings.safeParse(district.policy).success).toBe(true);
  });

  test('the same district gives the same file, and no two give the same families', async () => {
    const [one, other] = demoDistricts;
    if (one === undefined || other === undefined) throw new Error('there are three');
    expect(Buffer.from(rosterZip(one)).equals(Buffer.from(rosterZip(one)))).toBe(true);
    const first = async (district: typeof one) =>
      [...(await readZip(rosterZip(district))).students.values()][0];
    expect(await first(one)).not.toMatchObject({ familyName: (await first(other))?.familyName });
  });

  test('they pay in three ways, in three time zones', () => {
    expect(demoDistricts.map(({ policy }) => policy.pay)).toEqual([
      { kind: 'flat', cents: 2000, per: 'event' },
      { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2849, per: 'event' },
      { kind: 'unpaid' },
    ]);
    expect(new Set(demoDistricts.map(({ timeZone }) => timeZone)).size).toBe(3);
  });
});

test('demo people are told apart by short name and by address', () => {
  expect(new Set(demoPeople.map(({ short }) => short)).size).toBe(demoPeople.length);
  expect(demoPeople.every(({ email }) => EmailAddress.safeParse(email).success)).toBe(true);
  expect(findDemoPerson(' Maya ')?.name).toBe('Maya Ortiz');
  expect(findDemoPerson('maya.ortiz@marlowe-springs.example')?.short).toBe('maya');
});

test.each(['2026-07-01', '2026-11-22', '2027-01-15', '2027-06-30', '2028-02-29'])(
  'on %s there is a school year with a season for second visits',
  (today) => {
    const year = SchoolYear.parse(demoSchoolYear(today));
    expect(year.opensOn <= today && today <= year.closesOn).toBe(true);
    expect(inSecondVisitSeason(year, `${year.closesOn.slice(0, 4)}-01-15`)).toBe(true);
    expect(demoTrainingDay(today) >= year.opensOn && demoTrainingDay(today) <= today).toBe(true);
  },
);
