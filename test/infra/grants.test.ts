import { describe, expect, it } from 'vitest';
import { allFunctions } from '#infra/functions.ts';
import { rolesOf } from '#infra/local/template-access.ts';
import { tablesOf } from '#infra/local/template-data.ts';
import { routeList } from '#shared/contract/contract.ts';
import { describeGrants, statementsOf } from './describe-grants.ts';
import { allows, roleNamed } from './judge.ts';
import { synthesized } from './synthesized.ts';

const { stack } = synthesized();
const roles = rolesOf(stack);
const tenantRole = roleNamed(stack, 'TenantDataRole');
const table = tablesOf(stack)[0]?.arn ?? '';
const own = (name: string) => roleNamed(stack, `porchlight-local-${name}`);
const keys = (...leading: string[]) => ({ 'dynamodb:LeadingKeys': leading });
const mayTakeOnDistrict = (name: string, tags: Record<string, string | string[]>) =>
  allows(own(name), 'sts:AssumeRole', tenantRole.arn, tags, tenantRole.trust);
const districtTag = { 'aws:RequestTag/tenant': 't_a', 'aws:TagKeys': ['tenant'] };

describe.each(routeList.filter(({ data }) => data !== 'none'))('$id', ({ group, scope, data }) => {
  it('gets from its group what it declares', async () => {
    if (scope === 'national') {
      expect(await allows(own(group), 'dynamodb:Query', table, keys('NATIONAL#DISTRICTS'))).toBe(true);
      if (data === 'write') {
        expect(await allows(own(group), 'dynamodb:PutItem', table, keys('NATIONAL#SETUP'))).toBe(true);
      }
    } else {
      expect(await mayTakeOnDistrict(group, districtTag)).toBe(true);
    }
  });
});

describe('a group of routes', () => {
  const groups = [...new Set(routeList.map(({ group }) => group))];

  it.each(groups)('%s reaches no district’s items but through TenantDataRole', async (group) => {
    for (const verb of ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']) {
      expect(await allows(own(group), `dynamodb:${verb}`, table, keys('T#t_a'))).toBe(false);
    }
  });

  it.each(groups)('%s gets no more than its routes declare', async (group) => {
    const routes = routeList.filter((route) => route.group === group);
    const tenant = routes.some(
      ({ scope, data }) => (scope === 'tenant' || scope === 'link') && data !== 'none',
    );
    const national = (wanted: readonly string[]) =>
      routes.some(({ scope, data }) => scope === 'national' && wanted.includes(data));
    const tokens = routes.some(({ scope }) => scope === 'tenant' || scope === 'national');
    const role = own(group);
    expect(await mayTakeOnDistrict(group, districtTag)).toBe(tenant);
    expect(await allows(role, 'dynamodb:Query', table, keys('NATIONAL#DISTRICTS'))).toBe(
      national(['read', 'write']),
    );
    expect(await allows(role, 'dynamodb:PutItem', table, keys('NATIONAL#DISTRICTS'))).toBe(
      national(['write']),
    );
    expect(await allows(role, 'dynamodb:GetItem', table, keys('IDENTITY#1'))).toBe(tokens);
    expect(await allows(role, 'dynamodb:PutItem', table, keys('IDENTITY#1'))).toBe(false);
  });
});

describe('TenantDataRole', () => {
  const asked = (action: string, leading: string[] | null, tag: string | null, resource = table) =>
    allows(tenantRole, `dynamodb:${action}`, resource, {
      ...(leading === null ? {} : keys(...leading)),
      ...(tag === null ? {} : { 'aws:PrincipalTag/tenant': tag }),
    });

  it.each(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'])(
    'lets the district of the session %s its own items',
    async (action) => {
      expect(await asked(action, ['T#t_a'], 't_a')).toBe(true);
      expect(await asked(action, ['T#t_a#VISIT#v_1', 'T#t_a#AUDIT#2026-08'], 't_a')).toBe(true);
    },
  );

  it.each([
    ['another district', ['T#t_b#VISIT#v_1']],
    ['a district whose id begins alike', ['T#t_ab#VISIT#v_1']],
    ['one of another district among its own', ['T#t_a', 'T#t_b']],
    ['the national office', ['NATIONAL#DISTRICTS']],
    ['memberships', ['IDENTITY#1']],
  ])('refuses %s', async (_, leading) => {
    expect(await asked('GetItem', leading, 't_a')).toBe(false);
    expect(await asked('PutItem', leading, 't_a')).toBe(false);
  });

  it('refuses a request that names no partition at all', async () => {
    expect(await asked('GetItem', null, 't_a')).toBe(false);
    expect(await asked('Query', null, 't_a')).toBe(false);
  });

  it('would let such a request through without the Null guard, so the guard is what holds', async () => {
    const unguarded = JSON.parse(JSON.stringify(tenantRole.policies));
    for (const { document } of unguarded) for (const each of document.Statement) delete each.Condition.Null;
    const context = { 'aws:PrincipalTag/tenant': 't_a' };
    expect(await allows({ ...tenantRole, policies: unguarded }, 'dynamodb:GetItem', table, context)).toBe(
      true,
    );
  });

  it.each([null, '', '*', 't_*'])('opens nothing for the tag %j', async (tag) => {
    expect(await asked('Query', ['T#t_a'], tag)).toBe(false);
  });

  it('reaches the two indexes of districts and not the one of due reminders', async () => {
    expect(await asked('Query', ['T#t_a#PEOPLE'], 't_a', `${table}/index/gsi1`)).toBe(true);
    expect(await asked('Query', ['T#t_a#CLAIMS#approved'], 't_a', `${table}/index/gsi2`)).toBe(true);
    expect(await asked('Query', ['T#t_a'], 't_a', `${table}/index/gsi3`)).toBe(false);
  });

  it('never scans, not even its own district', async () => {
    expect(await asked('Scan', ['T#t_a'], 't_a')).toBe(false);
    expect(await asked('PartiQLSelect', ['T#t_a'], 't_a')).toBe(false);
  });

  it.each(allFunctions)(
    'is for $name only if the list of functions says so',
    async ({ name, tenantData }) => {
      expect(await mayTakeOnDistrict(name, districtTag)).toBe(tenantData);
    },
  );

  it('is not taken on without a district, or with more than a district', async () => {
    expect(await mayTakeOnDistrict('visits', {})).toBe(false);
    expect(
      await mayTakeOnDistrict('visits', { 'aws:RequestTag/tenant': '', 'aws:TagKeys': ['tenant'] }),
    ).toBe(false);
    expect(await mayTakeOnDistrict('visits', { ...districtTag, 'aws:TagKeys': ['tenant', 'national'] })).toBe(
      false,
    );
  });
});

describe('workers and triggers', () => {
  it('look for what is due without reading a person', async () => {
    const sweeper = own('reminder-sweeper');
    expect(await allows(sweeper, 'dynamodb:Query', `${table}/index/gsi3`, keys('DUE#2026-09-01T14#0'))).toBe(
      true,
    );
    expect(await allows(sweeper, 'dynamodb:Query', table, keys('T#t_a'))).toBe(false);
    expect(await allows(sweeper, 'dynamodb:GetItem', table, keys('T#t_a'))).toBe(false);
  });

  it('put counts beside those of other districts, and nothing else of the national office', async () => {
    const projector = own('rollup-projector');
    expect(await allows(projector, 'dynamodb:PutItem', table, keys('NATIONAL#ROLLUP#2026'))).toBe(true);
    expect(await allows(projector, 'dynamodb:PutItem', table, keys('NATIONAL#DISTRICTS'))).toBe(false);
    expect(await allows(projector, 'dynamodb:Query', table, keys('NATIONAL#ROLLUP#2026'))).toBe(false);
  });

  it('sign people in by reading memberships, never by changing them', async () => {
    const preToken = own('pre-token');
    expect(await allows(preToken, 'dynamodb:Query', table, keys('IDENTITY#1'))).toBe(true);
    expect(await allows(preToken, 'dynamodb:PutItem', table, keys('IDENTITY#1'))).toBe(false);
    expect(await allows(preToken, 'dynamodb:Query', table, keys('T#t_a'))).toBe(false);
  });

  it('change memberships in one place only', async () => {
    const answers = await Promise.all(
      allFunctions.map(async ({ name }) => ({
        name,
        may: await allows(own(name), 'dynamodb:PutItem', table, keys('IDENTITY#1')),
      })),
    );
    expect(answers.filter(({ may }) => may).map(({ name }) => name)).toEqual(['task-runner']);
  });
});

describe('every role', () => {
  const statements = roles.flatMap((role) =>
    statementsOf(role).map((each) => ({ role: role.name, ...each })),
  );

  it('names its actions one by one', () => {
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    expect(statements.filter(({ actions }) => actions.length === 0)).toEqual([]);
  });

  it('never scans a table or speaks PartiQL', () => {
    const verbs = statements.flatMap(({ actions }) => actions);
    expect(verbs.filter((action) => /:(Scan|PartiQL|BatchWriteItem|DeleteTable)/.test(action))).toEqual([]);
  });

  it('names its resources, except objects of one folder and lines of its own log', () => {
    const open = statements.flatMap(({ role, sid, resources }) =>
      resources.filter((arn) => arn.includes('*') && sid !== 'WriteOwnLog').map((arn) => `${role} ${arn}`),
    );
    const files = 'arn:aws:s3:::porchlight-local-files-000000000000';
    expect(open.toSorted()).toEqual([
      `porchlight-local-pay ${files}/exports/*`,
      `porchlight-local-roster ${files}/rosters/*`,
      `porchlight-local-roster-importer ${files}/rosters/*`,
    ]);
  });

  it('guards each partition pattern against requests without a partition', () => {
    const fenced = statements.filter(({ actions }) =>
      actions.some((action) => /:(Get|BatchGet|Put|Update|Delete|ConditionCheck)Item$|:Query$/.test(action)),
    );
    expect(fenced.length).toBeGreaterThan(10);
    for (const { conditions } of fenced) {
      expect(conditions['Null']).toEqual({ 'dynamodb:LeadingKeys': ['false'] });
      expect(conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']).not.toEqual([]);
    }
  });

  it('is listed for review in grants.md', async () => {
    await expect(describeGrants(stack)).toMatchFileSnapshot('./grants.md');
  });
});
