import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { portInUse, takeDataFolder } from '#infra/local/data-folder.ts';
import { sentenceFor } from '#infra/local/messages.ts';
import { readStartOptions } from '#infra/local/start-options.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'porchlight-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const data = () => join(folder, 'data');

/** A data folder as a first start leaves it. */
function complete(): void {
  const taken = takeDataFolder(data(), false);
  mkdirSync(join(taken.state, 'dynamodb'), { recursive: true });
  mkdirSync(join(taken.state, 'services/accounts'), { recursive: true });
  writeFileSync(join(taken.state, 'dynamodb/dynamodb.sqlite'), 'SQLite format 3\0 and more');
  writeFileSync(join(taken.state, 'services/accounts/users.json'), '[]');
  taken.markReady();
  taken.release();
}

describe('the data folder', () => {
  test('is made by the first start, and known as ready by the second', () => {
    const first = takeDataFolder(data(), false);
    expect(first.ready).toBe(false);
    first.release();
    complete();
    const second = takeDataFolder(data(), false);
    expect(second.ready).toBe(true);
    second.release();
  });

  test('is in use by one Porchlight at a time, which says where it answers', () => {
    const first = takeDataFolder(data(), false);
    first.announce(4711);
    expect(portInUse(data())).toBe(4711);
    expect(() => takeDataFolder(data(), false)).toThrow(/at http:\/\/localhost:4711 .* is working in/);
    expect(() => takeDataFolder(data(), true)).toThrow('is working in');
    first.release();
    expect(portInUse(data())).toBeNull();
  });

  test('that a killed process left behind is free again', () => {
    complete();
    writeFileSync(join(data(), 'running.json'), JSON.stringify({ pid: 1, port: 4711 }));
    expect(portInUse(data())).toBeNull();
    takeDataFolder(data(), false).release();
    expect(readdirSync(data())).not.toContain('running.json');
  });

  test.each([
    ['the database is gone', () => rmSync(join(data(), 'state/dynamodb'), { recursive: true })],
    ['the database is cut short', () => writeFileSync(join(data(), 'state/dynamodb/dynamodb.sqlite'), 'SQL')],
    ['the accounts are gone', () => rmSync(join(data(), 'state/services'), { recursive: true })],
    ['the marker is cut short', () => writeFileSync(join(data(), 'porchlight.json'), '{"form')],
    ['the marker is gone', () => rmSync(join(data(), 'porchlight.json'))],
  ])('is refused when %s, until it is begun anew', (_, damage) => {
    complete();
    damage();
    expect(() => takeDataFolder(data(), false)).toThrow('is only half there. Begin anew with --fresh');
    const fresh = takeDataFolder(data(), true);
    expect(fresh.ready).toBe(false);
    expect(readdirSync(data())).not.toContain('state');
    fresh.release();
  });

  test('with other people’s files in it is never touched, not even by --fresh', () => {
    mkdirSync(data());
    writeFileSync(join(data(), 'thesis.txt'), 'years of work');
    for (const fresh of [false, true]) {
      expect(() => takeDataFolder(data(), fresh)).toThrow('holds other files (thesis.txt)');
    }
    expect(readdirSync(data())).toContain('thesis.txt');
  });

  test('that cannot be written is refused in one sentence', () => {
    writeFileSync(data(), 'a file, not a folder');
    expect(() => takeDataFolder(data(), false)).toThrow('cannot write to');
  });
});

describe('the options of npm start', () => {
  const read = (...args: string[]) => readStartOptions(args, '/project', '/caller');

  test('have defaults, and paths relative to the caller', () => {
    expect(read()).toEqual({ port: 4600, data: '/project/.porchlight', fresh: false, help: false });
    expect(read('--port', '5000', '--data', 'mine', '--fresh')).toEqual({
      port: 5000,
      data: '/caller/mine',
      fresh: true,
      help: false,
    });
  });

  test.each([
    [['--port', 'http'], '"http" is no port'],
    [['--port', '70000'], '"70000" is no port'],
    [['--fersh'], "Unknown option '--fersh'"],
    [['--data', ''], 'Say which folder'],
  ])('%j is answered with one sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });
});

test('a file that cannot be read is told as a folder that is half there; a fault of ours keeps its trace', () => {
  expect(sentenceFor(new SyntaxError('Unexpected end of JSON input'))).toContain('only half there');
  expect(sentenceFor(z.array(z.string()).safeParse({}).error)).toContain('only half there');
  expect(sentenceFor(new TypeError('not a function'))).toContain('start.test.ts');
});
