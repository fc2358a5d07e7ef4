/** Somebody at work in Porchlight: the built pages in a browser, and a server that gives the answers of a test. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RouteId } from '#shared/contract/contract.ts';
import { launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './browser.ts';
import { builtWeb } from './built-web.ts';
import type { Answers, BodyOf, MockRequest, Persona } from './mock-answers.ts';
import { type MockServer, startMockServer } from './mock-server.ts';
import { looksRight, overflowAt, violations } from './page-checks.ts';
import { sampleDistrictId } from './sample-people.ts';

/** An educator of the sample district. */
const educator: Persona = { district: sampleDistrictId, roles: ['educator'] };

interface Setting {
  /** Who signs in; an educator, unless said otherwise. */
  readonly persona?: Persona;
  /** What the server answers, with a test's changes to it. */
  readonly answers: (changes?: Answers) => Answers;
  readonly size?: { readonly width: number; readonly height: number };
  /** Signs in once for the whole file, where its tests only look at pages; else each test has a browser of its own. */
  readonly once?: boolean;
}

export interface SignedIn {
  readonly server: MockServer;
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** The page that was opened last. */
  readonly page: Page;
  /** What the browser found fault with since the page was opened, such as a breach of the security policy. */
  readonly complaints: readonly string[];
  /** Goes to a path and waits until nothing is loading any more; signs in on the way where nobody has yet. */
  open(path: string, changes?: Answers): Promise<Page>;
  /** The same for somebody who reads Spanish; the page is clean then, and fits the narrowest phone. */
  openInSpanish(path: string, changes?: Answers): Promise<Page>;
  /** The requests of one kind in this test, in the order of their arrival. */
  requests(id: RouteId): MockRequest[];
  /** Their bodies. */
  sent<Id extends RouteId>(id: Id): BodyOf<Id>[];
}

/** To be called once in a test file: it starts what is needed before the tests and ends it after them. */
export function signedIn({ persona = educator, answers, size, once = false }: Setting): SignedIn {
  const complaints: string[] = [];
  let server: MockServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page | undefined;
  /** The app shows the language it knew last until it hears who has signed in. */
  let wasSpanish = false;

  async function newBrowser(): Promise<void> {
    page = undefined;
    context = await newVisitor(browser, size === undefined ? {} : { size });
    context.on('weberror', (fault) => complaints.push(fault.error().message));
    context.on('console', (message) => {
      // A refusal is an answer like any other; the browser writes it down all the same.
      const refusal = message.text().includes('Failed to load resource');
      if (message.type() === 'error' && !refusal) complaints.push(message.text());
    });
  }

  beforeAll(async () => {
    server = await startMockServer({ root: await builtWeb(), persona, answers: answers() });
    browser = await launchBrowser();
    if (once) await newBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    Object.assign(server, { persona, answers: answers(), away: false, lost: () => false });
    server.requests.length = 0;
    if (!once) await newBrowser();
  });
  afterEach(async () => {
    if (!once) await context.close();
  });

  async function goTo(path: string): Promise<Page> {
    complaints.length = 0;
    if (page === undefined) {
      page = await openSignedIn(context, server.url, path);
    } else {
      await page.goto(`${server.url}${path}`);
      await settled(page);
    }
    return page;
  }
  const requests = (id: RouteId) => server.requests.filter((request) => request.id === id);
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    get context() {
      return context;
    },
    get page() {
      if (page === undefined) throw new Error('No page is open yet');
      return page;
    },
    complaints,
    async open(path, changes) {
      if (changes !== undefined) server.answers = answers(changes);
      const opened = await goTo(path);
      if (wasSpanish) await settledIn(opened, 'en');
      wasSpanish = false;
      return opened;
    },
    async openInSpanish(path, changes) {
      server.answers = inSpanish(answers(changes));
      const opened = await goTo(path);
      await settledIn(opened, 'es');
      wasSpanish = once;
      expect(await violations(opened)).toEqual([]);
      expect(await overflowAt(opened, 320)).toBe(0);
      return opened;
    },
    requests,
    sent: <Id extends RouteId>(id: Id) => requests(id).map(({ body }) => body as BodyOf<Id>),
  };
}

function inSpanish(answers: Answers): Answers {
  const { getMe } = answers;
  if (getMe === undefined) throw new Error('Only a person of a district keeps a language');
  return { ...answers, getMe: async (request) => ({ ...(await getMe(request)), language: 'es' }) };
}

/** A state of a screen: its page, what the server answers otherwise, and what the person does there. */
export type State = readonly [name: string, path: string, changes?: Answers, act?: () => Promise<unknown>];

/** One test for each state: everybody can use the page as it then stands. */
export function looksRightIn(
  { open, complaints }: SignedIn,
  states: readonly State[],
  also?: () => Promise<void>,
): void {
  for (const [name, path, changes = {}, act] of states) {
    test(`axe finds nothing on ${name}, at day and at night, and it fits 320 px`, async () => {
      const page = await open(path, changes);
      await act?.();
      await looksRight(page);
      await also?.();
      // The pages are served without any leave for inline styles or scripts: a breach would be logged here.
      expect(complaints).toEqual([]);
    });
  }
}
