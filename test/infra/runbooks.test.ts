import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { logCodes } from '#functions/platform/log-codes.ts';
import { synthesized } from './synthesized.ts';

const folder = fileURLToPath(new URL('../../docs/runbooks/', import.meta.url));
const files = readdirSync(folder).filter((file) => file !== 'README.md');
const textOf = (file: string) => readFileSync(folder + file, 'utf8');
const { stack } = synthesized();
const alarms = stack
  .resources('AWS::CloudWatch::Alarm')
  .map(({ properties }) => String(properties['AlarmName']).replace('porchlight-local-', ''));

/** Rows of the first table: each alarm with the file that answers it. */
const answers = new Map(
  [...textOf('README.md').matchAll(/^\| (`.+`) \| \[.+\]\((.+\.md)\) \|$/gm)].flatMap(([, names, file]) =>
    [...(names ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => [name, file]),
  ),
);

describe('runbooks', () => {
  it('answer every alarm of the stack, and no alarm that is not there', () => {
    expect([...answers.keys()].toSorted()).toEqual(alarms.toSorted());
  });

  it('are there when an alarm points to them', () => {
    expect([...new Set(answers.values())].filter((file) => !existsSync(folder + file))).toEqual([]);
  });

  it('say something of each alarm that points to them', () => {
    const silent = [...answers].filter(([alarm, file]) => {
      const text = textOf(file ?? '');
      const [, owner] = /^(.+)-errors$/.exec(alarm ?? '') ?? [];
      return !text.includes(`\`${alarm}\``) && !text.includes(`| \`${owner}\` |`);
    });
    expect(silent).toEqual([]);
  });

  it('are all listed', () => {
    const listed = textOf('README.md');
    expect(files.filter((file) => !listed.includes(`](${file})`))).toEqual([]);
  });

  it('look for codes that are logged', () => {
    const asked = files.flatMap((file) =>
      [...textOf(file).matchAll(/\b(?:[A-Z]{3,}_)+[A-Z]+\b/g)].map(([code]) => `${code} in ${file}`),
    );
    const known = new Set([...Object.keys(logCodes), 'TOKEN_ISSUER', 'TOKEN_CLIENT_ID']);
    const unknown = asked.filter((one) => {
      const [code = ''] = one.split(' ');
      return !known.has(code) && !code.startsWith('PORCHLIGHT_');
    });
    expect(asked.length).toBeGreaterThan(files.length);
    expect(unknown).toEqual([]);
  });

  it('lead only to pages that are there', () => {
    const lost = ['README.md', ...files].flatMap((file) =>
      [...textOf(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !/^https?:/.test(target) && !existsSync(folder + target))
        .map((target) => `${target} in ${file}`),
    );
    expect(lost).toEqual([]);
  });
});
