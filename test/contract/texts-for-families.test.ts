import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { routeList } from '#shared/contract/contract.ts';
import { hopesByStaff } from '#shared/domain/hopes/change.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { placeOf } from '#shared/domain/visit/place.ts';
import { id, reasonOf } from '#test/unit/domain/samples.ts';

/** Read by staff alone, or names and addresses rather than sentences. */
const notForFamilies = new Set([
  ...['addContact', 'correctContact'].flatMap((route) => [`${route} with`, `${route} line`]),
  ...['recordLateVisit reason', 'logLate reason', 'returnClaim reason', 'setFamilyWants words'],
  ...['writeReflection words.answers[].text', 'writeReflection words.apply', 'writeLookBack lookBack.text'],
  ...['recordTraining title', 'planTraining title', 'changeTraining title'],
  ...['planTraining place', 'changeTraining place'],
  ...['addPerson', 'changePerson', 'addGuardian', 'changeGuardian'].flatMap((route) => [
    `${route} name`,
    `${route} email`,
  ]),
  ...['changePerson employeeId', 'startRosterImport fileName', 'addSchool name', 'addClassList name'],
  ...['lookUpStudents names[].givenName', 'lookUpStudents names[].familyName'],
  ...['givenName', 'familyName', 'guardian.name', 'guardian.phone', 'guardian.email'].map(
    (field) => `addExpectedStudents students[].${field}`,
  ),
]);

const policy = { visitTypes: ['neutral'] } as unknown as PolicySettings;
const asPlace = (place: string) => placeOf({ type: 'neutral', place }, { settings: policy, schoolNames: [] });
const asHopes = (words: string) =>
  hopesByStaff({ familyId: id('fam', 1), studentId: id('stu', 1), year: '2026-27' }, undefined, {
    words,
    personId: id('per', 1),
    now: '2026-10-01T22:30:00.000Z',
  });
/** What a family reads as staff wrote it, and the rule it goes through; announcements have stories of their own. */
const forFamilies: Record<string, ((words: string) => unknown) | 'announcement'> = {
  'proposeVisit place': asPlace,
  'changeVisit place': asPlace,
  'recordLateVisit place': asPlace,
  'writeHopes words': asHopes,
  ...Object.fromEntries(
    ['previewAnnouncement', 'sendAnnouncement'].flatMap((route) =>
      ['en.subject', 'en.body', 'es.subject', 'es.body'].map((field) => [
        `${route} versions.${field}`,
        'announcement',
      ]),
    ),
  ),
};

type Shape = { type?: string; properties?: Record<string, Shape>; items?: Shape } & Record<string, unknown>;

/** Every text of a body that may hold any words at all: no list of choices, no format, no pattern. */
function freeTexts(shape: Shape, path: string): string[] {
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap((kind) => (shape[kind] as Shape[] | undefined) ?? []);
  const open = ['enum', 'const', 'format', 'pattern'].every((kind) => shape[kind] === undefined);
  return [
    ...(shape.type === 'string' && open ? [path] : []),
    ...choices.flatMap((choice) => freeTexts(choice, path)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, inner]) =>
      freeTexts(inner, path === '' ? name : `${path}.${name}`),
    ),
    ...(shape.items === undefined ? [] : freeTexts(shape.items, `${path}[]`)),
  ];
}

const byStaff = routeList
  .filter(({ scope }) => scope === 'tenant')
  .flatMap((route) =>
    'body' in route && route.body !== undefined
      ? freeTexts(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Shape, '').map(
          (path) => `${route.id} ${path}`,
        )
      : [],
  );

describe('whatever staff write and a family reads', () => {
  test('is known: a new text is either for families or not', () => {
    expect([...new Set(byStaff)].sort()).toEqual([...notForFamilies, ...Object.keys(forFamilies)].sort());
  });

  const held = Object.entries(forFamilies).flatMap(([name, rule]) =>
    rule === 'announcement' ? [] : [[name, rule] as const],
  );
  test.each(held)('holds no word of duty (I15): %s', (_, rule) => {
    for (const words of ['Library; you must come', 'Biblioteca: es obligatorio venir'])
      expect(reasonOf(() => rule(words))).toBe('words.duty');
    expect(reasonOf(() => rule('East Library, if you would like'))).toBeNull();
  });
});
