/*
 * Opens the pages of a visit without a connection. It keeps files of the release and nothing of people: the API,
 * the sign-in, family pages and the local tools pass it by. The words in capitals are put in by the build
 * (web/build/offline-shell.ts), so that a new release is a new worker.
 */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
declare const RELEASE: string;
declare const FILES: readonly string[];

const worker = self as unknown as Worker;
const cacheName = `porchlight ${RELEASE}`;
const shell = '/index.html';
/** How long a page waits for the network, in milliseconds. */
const patience = 2_000;
/** Addresses that are not pages of this app. */
const elsewhere = /^\/(api|oidc|_local|f)(\/|$)/;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepRelease());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetEarlierReleases());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || elsewhere.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (pathname === '/config.json') event.respondWith(settings(event));
});

/** A page that is open goes on with the files it has; whatever it asks for next comes from the new release. */
async function keepRelease(): Promise<void> {
  const cache = await caches.open(cacheName);
  // The shell must be the one that names these files, not one the browser still holds.
  await cache.addAll(
    FILES.map((file) => new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' })),
  );
  await worker.skipWaiting();
}

async function forgetEarlierReleases(): Promise<void> {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

/** The newest release opens where the network answers soon; where it does not, the one on this phone. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(shell);
  if (kept === undefined) return fetch(request);
  const fresh = fetch(request).then(
    (answer) => (answer.ok ? answer : kept),
    () => kept,
  );
  return Promise.race([fresh, new Promise<Response>((resolve) => setTimeout(resolve, patience, kept))]);
}

/** Its name tells its content, so whoever has it need not ask. */
async function file(request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(request)) ?? fetch(request);
}

/** What the phone has answers at once, and is asked for anew for the next time. */
async function settings(event: Fetching): Promise<Response> {
  const cache = await caches.open(cacheName);
  const known = await cache.match('/config.json');
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok) await cache.put('/config.json', answer.clone());
    return answer;
  });
  if (known === undefined) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return known;
}
