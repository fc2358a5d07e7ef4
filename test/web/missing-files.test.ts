/** What the app does when one of its files does not come: a weak signal, or a release that took its place. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { looksRight } from './support/page-checks.ts';
import { educatorAnswers } from './support/sample-educator.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: educatorAnswers });
const { open, openInSpanish } = person;

const isMyPay = (path: string) => /^\/assets\/my-pay-page/.test(path);
const isWordsOfPay = (path: string) => /^\/assets\/pay-/.test(path);
const myPay = (page: Page) => page.getByRole('link', { name: 'My pay', exact: true });

function outOfReach(lost: (path: string) => boolean): void {
  Object.assign(person.server, { lost, away: true });
}

function backInReach(): void {
  Object.assign(person.server, { lost: () => false, away: false });
}

async function opened(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'My pay' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/my-pay');
}

test('a screen that was only asked for ahead changes nothing on the page that is open', async () => {
  const page = await open('/more');
  await page.evaluate(() => document.body.setAttribute('data-still', 'the same page'));
  outOfReach(isMyPay);
  const failed = page.waitForEvent('requestfailed', (request) => isMyPay(new URL(request.url()).pathname));
  await myPay(page).hover();
  await failed;
  backInReach();
  // By the time a page that is loaded anew could do this, it would have lost its mark.
  await page.getByRole('radio', { name: 'Light' }).check();
  expect(await page.getAttribute('body', 'data-still')).toBe('the same page');
  await myPay(page).click();
  await opened(page);
});

test.each([
  ['screen', isMyPay],
  ['words', isWordsOfPay],
])(
  'without a connection the page says so when its %s cannot come, and opens after another try',
  async (_, lost) => {
    const page = await open('/today');
    outOfReach(lost);
    await myPay(page).click();
    await page.getByRole('heading', { name: 'Porchlight does not answer' }).waitFor();
    await looksRight(page);
    backInReach();
    await page.getByRole('button', { name: 'Try again' }).click();
    await opened(page);
  },
);

test('the page opens by itself once the phone has found its connection', async () => {
  const page = await open('/today');
  outOfReach(isMyPay);
  await myPay(page).click();
  await page.getByRole('heading', { name: 'Porchlight does not answer' }).waitFor();
  backInReach();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await opened(page);
});

test('after a release the page is loaded anew, and the link leads where it says', async () => {
  const page = await open('/today');
  let loadedAnew = false;
  person.server.lost = (path) => {
    loadedAnew ||= path === '/my-pay';
    return !loadedAnew && isMyPay(path);
  };
  await myPay(page).click();
  await opened(page);
  expect(loadedAnew).toBe(true);
});

test('a file that stays away makes no endless loop: after one try the person is told, and decides', async () => {
  const page = await openInSpanish('/today');
  let loads = 0;
  person.server.lost = (path) => {
    if (path === '/my-pay') loads += 1;
    return isMyPay(path);
  };
  await page.getByRole('link', { name: 'Mi pago', exact: true }).click();
  await page.getByRole('heading', { name: 'Algo salió mal' }).waitFor();
  await page.getByRole('button', { name: 'Cargar de nuevo' }).waitFor();
  expect(loads).toBe(1);
});

test('a language whose words do not come is not shown in half', async () => {
  const page = await open('/more');
  outOfReach((path) => path.startsWith('/assets/'));
  await page.getByRole('radio', { name: 'Español' }).check();
  await page.getByText('Porchlight cannot be reached right now.').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('More');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
});
