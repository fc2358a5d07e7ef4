/**
 * What a DynamoDB request asks for, in IAM's words: actions, table and index ARNs, and `dynamodb:LeadingKeys`.
 * What cannot be read is left out, so that a policy that demands leading keys denies.
 */

import { partitionKeyOf, type TableDefinition } from '#infra/local/template-data.ts';
import { isRecord } from '#infra/local/template-intrinsics.ts';

export interface Access {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

export interface TableLookup {
  readonly tables: readonly TableDefinition[];
  /** ARN of a table that is not in the stack. */
  foreignArn(tableName: string): string;
}

const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Everything the request must be allowed to do; the call is allowed when all of it is. */
export const dynamodbAccess = (
  operation: string,
  input: Record<string, unknown>,
  lookup: TableLookup,
): readonly Access[] => {
  switch (operation) {
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [itemAccess(operation, input, record(input['Key']), lookup)];
    case 'PutItem':
      return [itemAccess(operation, input, record(input['Item']), lookup)];
    case 'Query':
      return [queryAccess(input, lookup)];
    case 'BatchGetItem':
      return Object.entries(record(input['RequestItems'])).map(([table, request]) =>
        batchAccess(operation, table, array(record(request)['Keys']).map(record), lookup),
      );
    case 'BatchWriteItem':
      return Object.entries(record(input['RequestItems'])).map(([table, requests]) => {
        const items = array(requests).map((each) => {
          const write = record(each);
          return record(record(write['PutRequest'])['Item'] ?? record(write['DeleteRequest'])['Key']);
        });
        return batchAccess(operation, table, items, lookup);
      });
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return array(input['TransactItems']).map((each) => transactAccess(operation, record(each), lookup));
    case 'ExecuteStatement':
      return [partiqlAccess(String(input['Statement'] ?? ''), lookup)];
    case 'BatchExecuteStatement':
    case 'ExecuteTransaction':
      return array(input['Statements'] ?? input['TransactStatements']).map((each) =>
        partiqlAccess(String(record(each)['Statement'] ?? ''), lookup),
      );
    default:
      return [{ action: `dynamodb:${operation}`, resource: resourceOf(input, lookup), context: {} }];
  }
};

const tableNamed = (name: string, lookup: TableLookup): TableDefinition | undefined =>
  lookup.tables.find((table) => table.name === name || table.arn === name);

const tableArn = (name: string, lookup: TableLookup): string =>
  tableNamed(name, lookup)?.arn ?? (name.startsWith('arn:') ? name : lookup.foreignArn(name));

const resourceOf = (input: Record<string, unknown>, lookup: TableLookup): string => {
  const arn = tableArn(String(input['TableName'] ?? '*'), lookup);
  return typeof input['IndexName'] === 'string' ? `${arn}/index/${input['IndexName']}` : arn;
};

/** `{"S":"T#t_1"}` → `T#t_1`; binary stays base64. */
const keyText = (value: unknown): string | undefined => {
  const [inner] = Object.values(record(value));
  return typeof inner === 'string' ? inner : undefined;
};

/** One key that cannot be read leaves all out: a part of the keys would be judged as if it were the whole. */
const leadingKeys = (values: readonly (string | undefined)[]): Access['context'] => {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length) return {};
  return { 'dynamodb:LeadingKeys': [...new Set(known)] };
};

const itemAccess = (
  action: string,
  input: Record<string, unknown>,
  item: Record<string, unknown>,
  lookup: TableLookup,
): Access => {
  const table = tableNamed(String(input['TableName']), lookup);
  const partition = table && partitionKeyOf(table);
  return {
    action: `dynamodb:${action}`,
    resource: resourceOf({ TableName: input['TableName'] }, lookup),
    context: leadingKeys([partition === undefined ? undefined : keyText(item[partition])]),
  };
};

const batchAccess = (
  action: string,
  tableName: string,
  items: readonly Record<string, unknown>[],
  lookup: TableLookup,
): Access => {
  const table = tableNamed(tableName, lookup);
  const partition = table && partitionKeyOf(table);
  return {
    action: `dynamodb:${action}`,
    resource: tableArn(tableName, lookup),
    context: leadingKeys(
      items.map((item) => (partition === undefined ? undefined : keyText(item[partition]))),
    ),
  };
};

const transactActions: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const transactAccess = (operation: string, member: Record<string, unknown>, lookup: TableLookup): Access => {
  const [kind = '', body] = Object.entries(member)[0] ?? [];
  const input = record(body);
  const access = itemAccess(
    transactActions[kind] ?? kind,
    input,
    record(input['Item'] ?? input['Key']),
    lookup,
  );
  return { ...access, context: { ...access.context, 'dynamodb:EnclosingOperation': operation } };
};

const queryAccess = (input: Record<string, unknown>, lookup: TableLookup): Access => {
  const table = tableNamed(String(input['TableName']), lookup);
  const index = typeof input['IndexName'] === 'string' ? input['IndexName'] : undefined;
  const partition = table && partitionKeyOf(table, index);
  const value = partition === undefined ? undefined : queriedPartition(input, partition);
  return {
    action: 'dynamodb:Query',
    resource: resourceOf(input, lookup),
    context: {
      ...leadingKeys([value]),
      ...(typeof input['Select'] === 'string' && { 'dynamodb:Select': input['Select'] }),
    },
  };
};

/** The value that a key condition equates with the partition key. */
const queriedPartition = (input: Record<string, unknown>, partition: string): string | undefined => {
  const legacy = record(record(input['KeyConditions'])[partition]);
  if (legacy['ComparisonOperator'] === 'EQ') return keyText(array(legacy['AttributeValueList'])[0]);
  const names = record(input['ExpressionAttributeNames']);
  const values = record(input['ExpressionAttributeValues']);
  const equals = /(#?[A-Za-z_][\w-]*)\s*=\s*(:\w+)|(:\w+)\s*=\s*(#?[A-Za-z_][\w-]*)/g;
  for (const match of String(input['KeyConditionExpression'] ?? '').matchAll(equals)) {
    const name = match[1] ?? match[4] ?? '';
    const placeholder = match[2] ?? match[3] ?? '';
    if ((name.startsWith('#') ? names[name] : name) === partition) return keyText(values[placeholder]);
  }
  return undefined;
};

const partiqlAccess = (statement: string, lookup: TableLookup): Access => {
  const verb = /^\s*(\w+)/.exec(statement)?.[1]?.toLowerCase() ?? 'select';
  const table = /(?:from|into|update)\s+"?([\w.-]+)"?/i.exec(statement)?.[1] ?? '*';
  const action = `dynamodb:PartiQL${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  return { action, resource: tableArn(table, lookup), context: {} };
};
