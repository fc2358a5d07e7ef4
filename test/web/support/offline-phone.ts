/** Steps on a phone whose connection comes and goes, with visits on it that wait to be logged. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from './browser.ts';
import { sampleId } from './sample-people.ts';
import type { SignedIn } from './signed-in.ts';

/** A busy machine may take a while. */
export const patient = { timeout: 15_000 };
/** The first of the visits. */
export const first = sampleId('vis', 100);

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const save = (page: Page) => press(page, 'It took place: save');
export const safe = (page: Page) => page.getByRole('heading', { name: 'Safe on this phone' }).waitFor();

/** Until the phone has read, on the side, the visits it takes along. */
export const carried = ({ requests }: SignedIn, visits: number) =>
  expect.poll(() => requests('getVisit').length, patient).toBe(visits);

export async function goTo({ server }: SignedIn, page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await settled(page);
}

/** Logs the first visit as 60 minutes while nobody answers. */
export async function logAway({ server }: SignedIn, page: Page): Promise<void> {
  server.away = true;
  await page.getByRole('radio', { name: '60 min' }).check();
  await save(page);
  await safe(page);
}

/** The phone has a connection again and tells the app so, which would have found out by itself some seconds later. */
export async function reconnect({ server }: SignedIn, page: Page): Promise<void> {
  server.away = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** Everything that this browser keeps, as text. */
export const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const store = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('porchlight');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = (room: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = store.transaction(room).objectStore(room).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const rooms = { reads: await all('reads'), changes: await all('changes') };
    store.close();
    return rooms;
  });
