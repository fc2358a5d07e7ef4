import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const sources = ['functions', 'infra', 'shared', 'web/src'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx)$/.test(path))
    .map((path) => `${folder}/${path}`),
);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every import of a file, with `#…` and relative ones as paths from the project's root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(root + file, 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].map(([, typeOnly, statically, dynamically]) => {
    const target = statically ?? dynamically ?? '';
    const to = target.startsWith('#')
      ? target.slice(1)
      : target.startsWith('.')
        ? posix.join(posix.dirname(file), target)
        : target;
    return { from: file, to, typeOnly: typeOnly !== undefined };
  });
}
const all = sources.flatMap(importsOf);
const offending = (rule: (one: Import) => boolean) =>
  all.filter(rule).map(({ from, to }) => `${from} → ${to}`);
const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const house = ['functions', 'infra', 'shared', 'web', 'test'];
const isHouse = (path: string) => house.some((room) => inside(room)(path));

describe('imports flow one way', () => {
  test('shared knows nothing of the other rooms', () => {
    expect(
      offending(({ from, to }) => inside('shared')(from) && isHouse(to) && !inside('shared')(to)),
    ).toEqual([]);
  });

  test('shared runs in a browser: no AWS SDK and no node modules', () => {
    expect(
      offending(({ from, to }) => inside('shared')(from) && /^(@aws-sdk\/|@smithy\/|node:)/.test(to)),
    ).toEqual([]);
  });

  test('functions know shared only', () => {
    expect(
      offending(
        ({ from, to }) => inside('functions')(from) && isHouse(to) && !/^(functions|shared)\//.test(to),
      ),
    ).toEqual([]);
  });

  test('the web app knows shared only', () => {
    expect(
      offending(({ from, to }) => inside('web')(from) && isHouse(to) && !/^(web|shared)\//.test(to)),
    ).toEqual([]);
  });

  test('use cases never import the AWS SDK', () => {
    expect(offending(({ from, to }) => inside('functions/app')(from) && to.startsWith('@aws-sdk/'))).toEqual(
      [],
    );
  });

  test('only the data layer and its connections import lib-dynamodb', () => {
    expect(
      offending(
        ({ from, to, typeOnly }) =>
          inside('functions')(from) &&
          to === '@aws-sdk/lib-dynamodb' &&
          !typeOnly &&
          !inside('functions/data')(from),
      ),
    ).toEqual([]);
  });

  test('tests are imported by tests only', () => {
    expect(offending(({ to }) => inside('test')(to))).toEqual([]);
  });
});

describe('what may not stand in the code', () => {
  const holding = (pattern: RegExp, where: (file: string) => boolean) =>
    sources.filter(where).filter((file) => pattern.test(readFileSync(root + file, 'utf8')));

  test('the environment is read in one place', () => {
    expect(
      holding(/process\.env/, inside('functions')).filter((file) => file !== 'functions/platform/env.ts'),
    ).toEqual([]);
  });

  test('rules and use cases have no clock and no chance', () => {
    const pure = (file: string) => inside('shared')(file) || inside('functions/app')(file);
    expect(holding(/new Date\(\)|Date\.now\(|Math\.random\(|Temporal\.Now/, pure)).toEqual([]);
  });

  test('key attributes are written by the data layer only', () => {
    const outside = (file: string) => inside('functions')(file) && !inside('functions/data')(file);
    expect(holding(/['"`]T#|\bpk:\s*['"`]|\bsk:\s*['"`]/, outside)).toEqual([]);
  });

  test('no Scan and no PartiQL in any function', () => {
    expect(holding(/ScanCommand|ExecuteStatement/, inside('functions'))).toEqual([]);
  });

  test('zod is imported as a namespace: the named import would bundle all of it', () => {
    expect(holding(/import \{[^}]*\bz\b[^}]*\} from 'zod'/, () => true)).toEqual([]);
  });
});
