import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { cognitoAccounts } from '#functions/adapters/cognito-accounts.ts';
import { Table } from '#functions/data/table.ts';
import { documentClient } from '#functions/data/tenant-client.ts';
import { makeNationalAdmin } from '#infra/build/first-national-admin.ts';
import { clientOf } from '#infra/local/demo/seed-session.ts';
import { type Host, startHost } from '#infra/local/host.ts';
import { type LocalServices, localServices } from '#infra/local/local-services.ts';
import { readMail } from '#infra/local/services/inbox/read-mail.ts';
import { tablesOf } from '#infra/local/template-data.ts';
import type { Client } from '#shared/contract/client.ts';
import { addDays, localDateOf } from '#shared/domain/time/zoned.ts';
import { desktop, launchBrowser, newVisitor, phone, settled } from '#test/web/support/browser.ts';
import { violations } from '#test/web/support/page-checks.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
/** Pictures of the pages on the way, for people to look at; nothing reads them. */
const pictures = path('.tmp/e2e');
/** A busy machine may take a minute for what a quiet one does at once. */
const patience = 90_000;
const hour = 3_600_000;
/** Pages of which a picture is taken now: the camera writes styles into them, and their security policy says no. */
const watched = new Set<Page | null>();

export const zone = 'America/Denver';
export const national = { name: 'Nora Field', email: 'nora.field@national.example' };

/** A mail as it lies in the inbox of the local host, taken apart. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly calendar: string | null;
  /** Every byte as it was sent. */
  readonly raw: string;
}

/** The whole product on a folder of its own, with a browser in front of it. */
export interface Stage {
  readonly host: Host;
  readonly services: LocalServices;
  /** The API as this person uses it. */
  api(email: string): Client;
  /** The district's calendar day, some days from now. */
  day(ahead: number): string;
  /** A browser of somebody's own, not signed in. */
  visitor(size: 'phone' | 'desktop'): Promise<BrowserContext>;
  /** What went wrong where nobody looks: messages that were given up, errors in the browser's console. */
  faults(): string[];
  /** Mail to an address, newest first. Waits until all that was caused is done. */
  mailTo(email: string): Promise<Letter[]>;
  stop(): Promise<void>;
}

/** Starts the stack with the first administrator of the national office in it, and nothing else. */
export async function startStage(): Promise<Stage> {
  mkdirSync(pictures, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'porchlight-e2e-'));
  const services = localServices();
  const host = await startHost({
    assemblyDir: path('dist/cdk.out'),
    webDir: path('dist/web'),
    dataDir,
    port: 0,
    services: services.all,
    // Half as often as a person's own journey looks for what is due, and still once in every district's mailing hours.
    stride: (remaining) => (remaining <= 2 * hour ? 0 : 12 * hour),
    log: () => undefined,
  });
  await leaveMidnight(host);
  await openNationalOffice(host);
  const consoleErrors: string[] = [];
  let browser: Browser | undefined;
  return {
    host,
    services,
    api: (email) => clientOf(host, services, email),
    day: (ahead) => addDays(localDateOf(new Date(host.clock.now()).toISOString(), zone), ahead),
    async visitor(size) {
      browser ??= await launchBrowser();
      const context = await newVisitor(browser, { size: size === 'phone' ? phone : desktop });
      context.setDefaultTimeout(patience);
      context.on('weberror', (fault) => consoleErrors.push(String(fault.error())));
      context.on('console', (message) => {
        // A refusal is an answer like any other; the browser writes it down all the same.
        const refusal = message.text().startsWith('Failed to load resource');
        const byUs = watched.has(message.page());
        if (message.type() === 'error' && !refusal && !byUs) consoleErrors.push(message.text());
      });
      return context;
    },
    faults: () => [
      ...host.deadLetters().map((letter) => `given up: ${JSON.stringify(letter)}`),
      ...consoleErrors,
    ],
    async mailTo(email) {
      await host.idle();
      const kept = services.ses.store.list(email);
      return Promise.all(
        kept.map(async ({ id, subject }) => {
          const raw = await services.ses.store.raw(id);
          const { text, calendar } = await readMail(raw);
          return { subject, text: text ?? '', calendar, raw: raw.toString('utf8') };
        }),
      );
    },
    async stop() {
      await browser?.close();
      await host.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Journeys count in days from now; one that begins just before midnight would see the day change under its hands. */
async function leaveMidnight({ clock }: Host): Promise<void> {
  const soon = clock.now() + 2 * hour;
  const today = localDateOf(new Date(clock.now()).toISOString(), zone);
  if (localDateOf(new Date(soon).toISOString(), zone) !== today) await clock.advanceTo(soon);
}

/** The one step that nobody in the product can do, done by the operator's command. */
async function openNationalOffice(host: Host): Promise<void> {
  const env = host.operatorEnvironment;
  const settings = (endpoint: string) => ({
    region: host.stack.region,
    endpoint: env[endpoint] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
    },
  });
  const items = new DynamoDBClient(settings('AWS_ENDPOINT_URL_DYNAMODB'));
  const people = new CognitoIdentityProviderClient(settings('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'));
  const table = new Table(
    documentClient(items),
    tablesOf(host.stack)[0]?.name ?? '',
    new Date(host.clock.now()).toISOString(),
  );
  const pool = host.stack.resources('AWS::Cognito::UserPool')[0]?.ref ?? '';
  await makeNationalAdmin(table, cognitoAccounts(people, pool), national);
  items.destroy();
  people.destroy();
}

/** Opens an address and comes in as this person, through the sign-in page. */
export async function signIn(
  stage: Stage,
  context: BrowserContext,
  who: string,
  address = '/',
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(address, stage.host.origin).href);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: who }).click();
  await page.locator('.pl-frame').waitFor();
  await settled(page);
  return page;
}

/** The page as it stands now: nothing is loading, axe finds nothing, and a picture of it is kept. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  watched.add(page);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, timeout: patience });
  const found = await violations(page);
  watched.delete(page);
  expect(found, name).toEqual([]);
}
