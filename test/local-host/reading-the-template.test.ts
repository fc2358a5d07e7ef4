// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are for Fn::Sub, which puts values in itself
import { describe, expect, it } from 'vitest';
import { dynamodbAccess } from '#infra/local/dynamodb-access.ts';
import { matchesEvent } from '#infra/local/event-pattern.ts';
import { loadStack } from '#infra/local/template.ts';
import { functionsOf, mappingsOf } from '#infra/local/template-compute.ts';
import { tablesOf } from '#infra/local/template-data.ts';
import { resolveValue, type Scope } from '#infra/local/template-intrinsics.ts';
import { trusts } from '#infra/local/trust-policy.ts';
import { fixtureAssembly } from '#test/local-host/fixture/start-fixture.ts';

const scope: Scope = {
  ref: (id) => ({ Name: 'porch', Nothing: undefined })[id],
  attribute: (id, attribute) => `${id}/${attribute}`,
  importValue: (name) => `import of ${name}`,
  condition: (name) => name === 'Yes',
  mapping: (...path) => path.join('.'),
};

describe('an intrinsic function', () => {
  it.each([
    [{ Ref: 'Name' }, 'porch'],
    [{ 'Fn::GetAtt': ['A', 'Arn'] }, 'A/Arn'],
    [{ 'Fn::GetAtt': 'A.Outputs.X' }, 'A/Outputs.X'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Name' }]] }, 'a-porch'],
    [{ 'Fn::Sub': '${Name}:${A.Arn}:${!Literal}' }, 'porch:A/Arn:${Literal}'],
    [{ 'Fn::Sub': ['${own}-${Name}', { own: { Ref: 'Name' } }] }, 'porch-porch'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::ImportValue': { 'Fn::Sub': 'x-${Name}' } }, 'import of x-porch'],
    [{ 'Fn::If': ['Yes', 1, 2] }, 1],
    [{ 'Fn::If': ['No', 1, { Ref: 'Nothing' }] }, undefined],
    [{ keep: 1, drop: { Ref: 'Nothing' } }, { keep: 1 }],
    [{ Condition: { StringEquals: { a: 'b' } } }, { Condition: { StringEquals: { a: 'b' } } }],
  ])('%j gives %j', (value, expected) => {
    expect(resolveValue(value, scope)).toEqual(expected);
  });
});

describe('a cloud assembly', () => {
  it('reads as one stack whose parts name each other alike', async () => {
    const stack = loadStack(await fixtureAssembly());
    const [table] = tablesOf(stack);
    const reader = functionsOf(stack).find(({ name }) => name === 'Worker');
    expect(table?.name).toBe('Table');
    expect(reader?.environment['TABLE_NAME']).toBe(table?.name);
    expect(reader?.environment['QUEUE_URL']).toBe(
      'https://sqs.us-east-1.amazonaws.com/000000000000/WorkQueue',
    );
    expect(
      mappingsOf(stack, 'stream').every(({ sourceArn }) => sourceArn.startsWith(`${table?.arn}/stream/`)),
    ).toBe(true);
    expect(stack.find('Table0A1B2C3D')?.arn).toBe(table?.arn);
  });

  it('that is not there is refused with the command that makes it', () => {
    expect(() => loadStack('/nowhere')).toThrow('Run "npm run synth" first.');
  });
});

describe('an event pattern', () => {
  const event = { source: 'aws.ses', detail: { type: 'Bounce', tags: ['a', 'b'], size: 5 } };
  it.each([
    [{ source: ['aws.ses', 'x'] }, true],
    [{ source: ['x'] }, false],
    [{ detail: { tags: ['b'] } }, true],
    [{ detail: { type: [{ prefix: 'Bou' }] } }, true],
    [{ detail: { type: [{ 'anything-but': ['Bounce'] }] } }, false],
    [{ detail: { type: [{ 'anything-but': { prefix: 'X' } }] } }, true],
    [{ detail: { size: [{ numeric: ['>', 1, '<=', 5] }] } }, true],
    [{ detail: { missing: [{ exists: false }] } }, true],
    [{ detail: { missing: [{ 'anything-but': ['x'] }] } }, false],
    [{ $or: [{ source: ['x'] }, { detail: { type: ['Bounce'] } }] }, true],
    [{ other: { deep: ['x'] } }, false],
  ])('%j on a bounce: %s', (pattern, expected) => {
    expect(matchesEvent(pattern, event)).toBe(expected);
  });

  it('with a word that is not known never passes in silence', () => {
    expect(() => matchesEvent({ source: [{ cidr: '10.0.0.0/8' }] }, event)).toThrow(
      'does not know the pattern operator "cidr"',
    );
  });
});

describe('what a DynamoDB request asks for', () => {
  it('names index, action and leading keys, also of expressions written the other way round', async () => {
    const stack = loadStack(await fixtureAssembly());
    const lookup = { tables: tablesOf(stack), foreignArn: (name: string) => `arn:foreign:${name}` };
    const arn = tablesOf(stack)[0]?.arn;
    const query = {
      TableName: 'Table',
      IndexName: 'gsi1',
      KeyConditionExpression: ':v = #k AND gsi1sk > :w',
      ExpressionAttributeNames: { '#k': 'gsi1pk' },
      ExpressionAttributeValues: { ':v': { S: 'T#t_1' }, ':w': { S: '' } },
    };
    expect(dynamodbAccess('Query', query, lookup)).toEqual([
      {
        action: 'dynamodb:Query',
        resource: `${arn}/index/gsi1`,
        context: { 'dynamodb:LeadingKeys': ['T#t_1'] },
      },
    ]);
    const sortOnly = { ...query, KeyConditionExpression: 'gsi1sk = :v' };
    expect(dynamodbAccess('Query', sortOnly, lookup)[0]?.context).toEqual({});
    const batch = { RequestItems: { Table: { Keys: [{ pk: { S: 'a' } }, { sk: { S: 'b' } }] } } };
    expect(dynamodbAccess('BatchGetItem', batch, lookup)[0]?.context).toEqual({});
    const check = { TransactItems: [{ ConditionCheck: { TableName: 'Table', Key: { pk: { S: 'a' } } } }] };
    expect(dynamodbAccess('TransactWriteItems', check, lookup)[0]).toMatchObject({
      action: 'dynamodb:ConditionCheckItem',
    });
    expect(dynamodbAccess('ExecuteStatement', { Statement: 'DELETE FROM "Table"' }, lookup)[0]?.action).toBe(
      'dynamodb:PartiQLDelete',
    );
  });
});

describe('a trust policy', () => {
  const role = (condition: Record<string, Record<string, string[]>>) => ({
    name: 'R',
    arn: 'arn:r',
    maximumSessionSeconds: 3600,
    policies: [],
    trust: [
      {
        Effect: 'Allow' as const,
        Principal: { AWS: ['arn:caller'] },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: condition,
      },
    ],
  });
  const ask = { callerRoleArn: 'arn:caller', account: '1', tags: { tenant: 't_1' } };

  it('holds only for the caller that it names', () => {
    expect(trusts(role({}), ask)).toBe('named');
    expect(trusts(role({}), { ...ask, callerRoleArn: 'arn:other' })).toBeUndefined();
  });

  it('with a condition that cannot be judged here refuses', () => {
    expect(trusts(role({ DateGreaterThan: { 'aws:CurrentTime': ['2000-01-01'] } }), ask)).toBeUndefined();
    expect(trusts(role({ StringEquals: { 'aws:SourceVpc': ['vpc'] } }), ask)).toBeUndefined();
  });
});
