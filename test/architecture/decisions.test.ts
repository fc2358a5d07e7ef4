import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const folder = fileURLToPath(new URL('../../docs/decisions/', import.meta.url));
const textOf = (file: string) => readFileSync(folder + file, 'utf8');

describe('decisions', () => {
  test('are all listed, under numbers of their own', () => {
    const files = readdirSync(folder).filter((file) => /^\d{4}-/.test(file));
    const listed = [...textOf('README.md').matchAll(/^(\d+)\. \[.+\]\((\d{4}-.+\.md)\)$/gm)];
    expect(listed.map(([, , file]) => file)).toEqual(files.toSorted());
    expect(listed.map(([, number]) => Number(number))).toEqual(files.map((_, index) => index + 1));
  });

  test('give the reason for each dependency, and for none that is gone', () => {
    const { dependencies, devDependencies, optionalDependencies } = project;
    const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const explained = [...textOf('dependencies.md').matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(explained.toSorted()).toEqual(used.toSorted());
  });
});
