import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { familyPages } from '#functions/pages/family-pages.ts';
import { wordsFor } from '#functions/pages/languages.ts';
import { launchBrowser, phone } from '#test/web/support/browser.ts';
import { familyStates } from '#test/web/support/sample-family-views.ts';

/** What a page costs a family on an old phone. */
export interface FamilyPageFigures {
  readonly page: string;
  readonly bytes: number;
  readonly gzipped: number;
  readonly requests: number;
  /** Until the first words stand, the server's own work not counted. */
  readonly secondsToRead: number;
}

/** An old phone far from the mast: a sixth of this machine's speed, 400 kbit/s, 400 ms to the server and back. */
const cpuSlowdown = 6;
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const link = `t_${'0'.repeat(26)}.fam_${'0'.repeat(26)}.${'a'.repeat(22)}`;

const pageOf = (step: string): string => {
  const view = step === 'yes' ? familyStates.asked : familyStates[step as keyof typeof familyStates];
  const base = `/f/${link}`;
  const words = wordsFor(['en'], undefined);
  const frame = {
    words,
    base,
    step: step === 'yes' ? step : '',
    chosen: null,
    formKey: 'f'.repeat(36),
    said: null,
    refused: null,
  };
  return step === 'yes'
    ? familyPages.getFamilyStep(view, frame, { step })
    : familyPages.getFamilyPage(view, frame, {});
};

/** Opens the pages a family sees most, each in a browser that has never seen one. */
export async function measureFamilyPages(): Promise<FamilyPageFigures[]> {
  const server = createServer((request, response) => {
    const body = gzipSync(pageOf((request.url ?? '/').slice(1)));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  const figures: FamilyPageFigures[] = [];
  try {
    for (const page of ['asked', 'yes', 'scheduled']) figures.push(await measure(browser, origin, page));
  } finally {
    await browser.close();
    server.close();
  }
  return figures;
}

async function measure(browser: Browser, origin: string, name: string): Promise<FamilyPageFigures> {
  const context = await browser.newContext({ viewport: phone, locale: 'en-US' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  let requests = 0;
  page.on('request', (request) => {
    requests += request.url().startsWith('data:') ? 0 : 1;
  });
  await page.goto(`${origin}/${name}`);
  await page.locator('h1').waitFor();
  const painted = await page.evaluate<number>(
    `new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true });
    })`,
  );
  await context.close();
  const text = pageOf(name);
  return {
    page: name,
    bytes: Buffer.byteLength(text),
    gzipped: gzipSync(text).length,
    requests,
    secondsToRead: Number((painted / 1000).toFixed(1)),
  };
}
