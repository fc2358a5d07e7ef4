import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    expect: { requireAssertions: true },
    reporters: ['default', new URL('./support/closing-line-reporter.ts', import.meta.url).pathname],
    // Two cores: the real engine, real handlers and a real browser share them.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: [new URL('./web/support/unpack-browser.ts', import.meta.url).pathname],
  },
});
