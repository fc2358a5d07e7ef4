import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { familyPages } from '#functions/pages/family-pages.ts';
import type { PageFrame } from '#functions/pages/frame.ts';
import { type FamilyWords, languages } from '#functions/pages/languages.ts';
import { problemPage } from '#functions/pages/problem-page.ts';
import { style } from '#functions/pages/style.ts';
import { familyPagesPolicy } from '#infra/constructs/web-headers.ts';
import type { FamilyView } from '#shared/contract/family-view.ts';
import { familyPage as english } from '#shared/locales/en/family-page.ts';
import { launchBrowser, newVisitor } from './support/browser.ts';
import { looksRight } from './support/page-checks.ts';
import { familyStates } from './support/sample-family-views.ts';

const pictures = fileURLToPath(new URL('../../.tmp/family-pages/', import.meta.url));
const base = '/f/t_01jd3m8q4v000000000000000a.fam_00000000000000000000000001.aaaaaaaaaaaaaaaaaaaaaa';
const visitId = 'vis_00000000000000000000000001';
const studentId = 'stu_00000000000000000000000001';

/** A language that runs from right to left and is no translation: every sentence is turned around. */
const rightToLeft: FamilyWords = { ...turned(english), language: { tag: 'ar', dir: 'rtl', name: 'العربية' } };
function turned<T>(words: T): T {
  if (typeof words === 'string')
    return words
      .split(/(\{\{\w+\}\})/)
      .map((part) => (part.startsWith('{{') ? part : part.replace(/[A-Za-z]+/g, 'كلمة')))
      .join('') as T;
  return Object.fromEntries(
    Object.entries(words as Record<string, unknown>).map(([key, value]) => [key, turned(value)]),
  ) as T;
}

const frameOf = (
  words: FamilyWords,
  step: string,
  said: PageFrame['said'] = null,
  refused: PageFrame['refused'] = null,
): PageFrame => ({
  words,
  base,
  step,
  chosen: null,
  formKey: '00000000-0000-4000-8000-000000000000',
  said,
  refused,
});

/** The whole form as a family sent it, refused for its place. */
const refusedPlace = (words: FamilyWords): PageFrame['refused'] => ({
  sentence: words.problem.schoolGrounds,
  field: 'place',
  sent: { times: ['3-evening'], type: 'neutral', place: 'The school cafeteria', note: 'After six, please.' },
});

interface Case {
  readonly name: string;
  readonly render: (words: FamilyWords) => string;
}
const home = Object.entries(familyStates).map(
  ([name, view]): Case => ({
    name,
    render: (words) => familyPages.getFamilyPage(view, frameOf(words, '', 'accepted'), {}),
  }),
);
const step = (view: FamilyView, name: string): Case => ({
  name: `step-${name}`,
  render: (words) => familyPages.getFamilyStep(view, frameOf(words, name), { step: name }),
});
const visitStep = (view: FamilyView, name: string): Case => ({
  name: `visit-${name}`,
  render: (words) =>
    familyPages.getFamilyVisitStep(view, frameOf(words, `visits/${visitId}/${name}`), {
      visitId,
      step: name,
    }),
});
const cases: readonly Case[] = [
  ...home,
  step(familyStates.accepted, 'yes'),
  step(familyStates.scheduled, 'no'),
  step(familyStates.asked, 'stop'),
  step(familyStates.visited, 'kept'),
  visitStep(familyStates.scheduled, 'time'),
  visitStep(familyStates.scheduled, 'cancel'),
  visitStep(familyStates.visited, 'how'),
  {
    name: 'hopes',
    render: (words) =>
      familyPages.getFamilyHopes(familyStates.visited, frameOf(words, `hopes/${studentId}`), { studentId }),
  },
  {
    name: 'refused-place',
    render: (words) =>
      familyPages.getFamilyStep(familyStates.asked, frameOf(words, 'yes', null, refusedPlace(words)), {
        step: 'yes',
      }),
  },
  {
    name: 'refused-how',
    render: (words) =>
      familyPages.getFamilyVisitStep(
        familyStates.visited,
        frameOf(words, `visits/${visitId}/how`, null, {
          sentence: words.problem.choose,
          field: 'how',
          sent: { words: 'We laughed a lot.' },
        }),
        { visitId, step: 'how' },
      ),
  },
  {
    name: 'refused-gone',
    render: (words) =>
      familyPages.getFamilyPage(
        familyStates.accepted,
        frameOf(words, '', null, {
          sentence: words.problem.notNow,
          field: null,
          sent: { words: 'We laughed a lot.', note: 'Saturdays are free' },
        }),
        {},
      ),
  },
  { name: 'problem', render: (words) => problemPage(words, words.problem.notFound, null) },
];
const inLanguages = [...languages, rightToLeft].flatMap((words) =>
  cases.map((one) => ({ ...one, words, language: words.language.tag })),
);

let server: Server;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = createServer((request, response) => {
    const [, language, name] = (request.url ?? '').split('/');
    const one = inLanguages.find((each) => each.language === language && each.name === name);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', familyPagesPolicy(style));
    response.end(one?.render(one.words) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Every page once in full; in the other languages those whose shape depends on the words. */
const looked = inLanguages.filter(
  ({ language, name }) =>
    language === 'en' || ['asked', 'scheduled', 'step-yes', 'refused-place'].includes(name),
);

describe.each(looked)('$name in $language', ({ name, language, words }) => {
  test('is clean for screen readers by day and night, and fits 320 pixels and the double size', async () => {
    const context = await newVisitor(browser);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (line) => complaints.push(line.text()));
    await page.goto(`${origin}/${language}/${name}`);
    await looksRight(page);
    // Its own style sheet is the only thing that it may load, and it does.
    expect(complaints).toEqual([]);
    expect(await page.locator('html').getAttribute('dir')).toBe(words.language.dir);
    await page.screenshot({ path: `${pictures}${name}.${language}.png`, fullPage: true, style: ' ' });
    await context.close();
  });
});

describe.each(inLanguages)('$name in $language', ({ words, render }) => {
  test('leaves no blank and stays small', () => {
    const text = render(words);
    expect(text).not.toMatch(/\{\{|undefined|\[object|NaN|<script/);
    expect(Buffer.byteLength(text)).toBeLessThan(15_000);
    expect(gzipSync(text).length).toBeLessThan(5_000);
  });
});

test('what a family wrote stays text', () => {
  const text = familyPages.getFamilyPage(familyStates.visited, frameOf(english, ''), {});
  expect(text).toContain('We talked about &lt;bridges&gt; &amp; “boats”.');
});

test('the style sheet knows no left and no right', () => {
  expect(style).not.toMatch(/(left|right)\b/);
  expect(style).not.toMatch(/margin-(top|bottom)|padding-(top|bottom)/);
});
