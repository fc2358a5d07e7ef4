import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { routeList } from '#shared/contract/contract.ts';
import type { RouteDefinition } from '#shared/contract/route.ts';
import { SchoolId } from '#shared/domain/ids.ts';

/**
 * I13, CP4: no list from which families are chosen can be sorted or filtered by absence, marks, behaviour, race,
 * language need or disability, nor shows any of them. Walked over the schema of every route there is.
 */
const targeting =
  /absen|attend|tard|truan|chronic|marks|grades|gpa|score|profici|test_?result|behav|disciplin|suspen|incident|referral|race|racial|ethnic|hispanic|language|english|esl|(^|_)ell?($|_)|disab|iep|504|special_?ed|lunch|meal|income|poverty|homeless|foster|migrant|immigra|risk|priorit/i;
/** One order each, and no way to ask for another. */
const ordering = /sort|order|rank|filter|where|search/i;
/** What a list of families may be asked for: a page of it. */
const pageOnly = ['limit', 'cursor'];

type Schema = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const schemaOf = (type: z.ZodType): Schema => z.toJSONSchema(type, { unrepresentable: 'any' }) as Schema;
const propertiesOf = (schema: unknown): Record<string, unknown> =>
  isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {};

/** Every name of a property at any depth. */
function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (!isObject(schema)) return [];
  return [...Object.keys(propertiesOf(schema)), ...Object.values(schema).flatMap(namesIn)];
}

/** The rows of lists of families or students. A row about one appointment is nobody's choice any more. */
function rowsOfFamilies(schema: unknown): Schema[] {
  if (Array.isArray(schema)) return schema.flatMap(rowsOfFamilies);
  if (!isObject(schema)) return [];
  const row = propertiesOf(schema['items']);
  const chosenFrom = ('familyId' in row || 'studentId' in row) && !('visitId' in row);
  return [
    ...(chosenFrom && isObject(schema['items']) ? [schema['items']] : []),
    ...Object.values(schema).flatMap(rowsOfFamilies),
  ];
}

/** What a route lets a person see or ask for that could target families, in words for the test's report. */
function targetingIn(route: Pick<RouteDefinition, 'query' | 'response'>): string[] {
  const rows = rowsOfFamilies(schemaOf(route.response));
  if (rows.length === 0) return [];
  const asked = route.query === undefined ? [] : Object.keys(propertiesOf(schemaOf(route.query)));
  return [
    ...asked.filter((name) => !pageOnly.includes(name)).map((name) => `can be asked by ${name}`),
    ...namesIn(rows)
      .filter((name) => targeting.test(name) || ordering.test(name))
      .map((name) => `shows ${name}`),
  ];
}

/** What staff read. A family's own page, and what belongs to one family or one visit, is no list to choose from. */
const lists = routeList.filter(
  ({ method, scope, path, response }) =>
    method === 'GET' &&
    scope !== 'link' &&
    !/\{(familyId|visitId)\}/.test(path) &&
    rowsOfFamilies(schemaOf(response)).length > 0,
);

describe('no list of families can target (I13)', () => {
  test.each(lists.map((route) => [route.id, route] as const))('%s', (_, route) => {
    expect(targetingIn(route)).toEqual([]);
  });

  test('the walk reaches every list from which families are chosen', () => {
    expect(lists.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['getClass', 'getClassQueue', 'getSchoolQueue', 'listStudents']),
    );
  });

  test('no route takes a parameter about absence, marks, behaviour, race, need or disability', () => {
    const asked = routeList
      // A colleague may be looked for by the languages the colleague speaks: that chooses no family.
      .filter(({ scope, path }) => scope !== 'link' && !/\/(pairs|interpreters|colleagues)$/.test(path))
      .flatMap(({ query }) => (query === undefined ? [] : Object.keys(propertiesOf(schemaOf(query)))));
    expect(asked).toContain('cursor');
    expect(asked.filter((name) => targeting.test(name))).toEqual([]);
  });

  const row = z.object({ familyId: z.string(), givenName: z.string() });
  const list = (response: z.ZodType, query?: z.ZodType): Pick<RouteDefinition, 'query' | 'response'> => ({
    response,
    ...(query === undefined ? {} : { query }),
  });
  test.each([
    ['an order by absences', list(z.array(row), z.object({ sort: z.enum(['absences']) }))],
    ['a filter by language', list(z.array(row), z.object({ language: z.string() }))],
    ['a filter by anything at all', list(z.array(row), z.object({ schoolId: SchoolId }))],
    ['a row with days absent', list(z.object({ items: z.array(row.extend({ daysAbsent: z.int() })) }))],
    ['a row with a flag deep inside', list(z.array(row.extend({ flags: z.object({ iep: z.boolean() }) })))],
    ['a row with a rank', list(z.array(row.extend({ rank: z.int() })))],
  ])('the walk would notice %s', (_, route) => {
    expect(targetingIn(route)).not.toEqual([]);
  });
});
