import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webFiles } from '#infra/build/upload-web.ts';

describe('the built web app', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'porchlight-web-'));
    mkdirSync(join(folder, 'assets'));
    const files = [
      'service-worker.js',
      'index.html',
      'icon.svg',
      'assets/today-4f2a.js',
      'assets/card-77b1.css',
    ];
    for (const file of files) {
      writeFileSync(join(folder, file), '');
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is uploaded with index.html after what it names, and the service worker that keeps it last', () => {
    expect(webFiles(folder).map(({ key }) => key)).toEqual([
      expect.stringMatching(/^(assets|icon)/),
      expect.stringMatching(/^(assets|icon)/),
      expect.stringMatching(/^(assets|icon)/),
      'index.html',
      'service-worker.js',
    ]);
  });

  it('may be kept for a year where the name changes with the content, and not at all elsewhere', () => {
    expect(Object.fromEntries(webFiles(folder).map(({ key, cacheControl }) => [key, cacheControl]))).toEqual({
      'assets/today-4f2a.js': 'public, max-age=31536000, immutable',
      'assets/card-77b1.css': 'public, max-age=31536000, immutable',
      'icon.svg': 'no-cache',
      'index.html': 'no-cache',
      'service-worker.js': 'no-cache',
    });
  });

  it('says what each file is, because browsers are told not to guess', () => {
    const kinds = Object.fromEntries(webFiles(folder).map(({ key, contentType }) => [key, contentType]));
    expect(kinds).toMatchObject({
      'assets/today-4f2a.js': 'text/javascript; charset=utf-8',
      'assets/card-77b1.css': 'text/css; charset=utf-8',
      'index.html': 'text/html; charset=utf-8',
    });
    writeFileSync(join(folder, 'assets/plan.avif'), '');
    expect(() => webFiles(folder)).toThrow('add the content type of .avif files');
  });
});
