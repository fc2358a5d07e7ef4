import * as z from 'zod';
import { S3Refusal } from './s3-refusal.ts';

/** S3 form conditions: `{"key": "x"}`, `["eq", "$key", "x"]`, `["starts-with", "$key", "x/"]`, `["content-length-range", 1, 9]`. */
const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** Sizes a policy lets through, in bytes, both ends included. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

/** What S3 itself takes in one form. */
const largestObject = 5 * 1024 ** 3;

/** Fields that need no condition (S3 API reference, POST policy). */
const free = new Set(['policy', 'x-amz-signature', 'file']);

/**
 * Checks a form against its signed policy: it has not expired, every condition holds, and every field is named
 * by a condition. The fields come with lower-case names; `bucket` is the one posted to.
 * @returns the sizes allowed. @throws S3Refusal
 */
export function checkPolicy(fields: ReadonlyMap<string, string>, bucket: string, now: number): SizeRange {
  const policy = readPolicy(fields.get('policy') ?? '');
  if (Date.parse(policy.expiration) <= now) throw broken('Policy expired.');
  const values = new Map([...fields, ['bucket', bucket]]);
  const named = new Set<string>(['bucket']);
  let range: SizeRange = { min: 0, max: largestObject };
  for (const condition of policy.conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      range = { min: condition[1], max: condition[2] };
      continue;
    }
    const tests = Array.isArray(condition)
      ? [{ how: condition[0], field: condition[1].slice(1).toLowerCase(), wanted: condition[2] }]
      : Object.entries(condition).map(([field, wanted]) => ({
          how: 'eq' as const,
          field: field.toLowerCase(),
          wanted,
        }));
    for (const { how, field, wanted } of tests) {
      named.add(field);
      if (!holds(how, field, values.get(field) ?? '', wanted)) {
        throw broken(`Policy Condition failed: ["${how}", "$${field}", "${wanted}"]`);
      }
    }
  }
  const extra = [...fields.keys()].filter(
    (name) => !named.has(name) && !free.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw broken(`Extra input fields: ${extra.join(', ')}`);
  return range;
}

function holds(how: 'eq' | 'starts-with', field: string, value: string, wanted: string): boolean {
  if (how === 'eq') return value === wanted;
  // A content type with commas is a list, and each must begin so.
  const all = field === 'content-type' ? value.split(',').map((one) => one.trim()) : [value];
  return all.every((one) => one.startsWith(wanted));
}

function readPolicy(encoded: string): z.infer<typeof Policy> {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw new S3Refusal(
      'InvalidPolicyDocument',
      'The content of the form does not meet the conditions specified in the policy document.',
    );
  }
}

const broken = (why: string) => new S3Refusal('AccessDenied', `Invalid according to Policy: ${why}`);
