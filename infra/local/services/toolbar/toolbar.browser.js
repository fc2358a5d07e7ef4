// The local host's tools inside the web app: who am I, the inbox, the time machine. Loaded by the app, before it asks
// for anything, only when /config.json says `stage: local`; in the cloud this file does not exist.

const minute = 60_000;
const aheadKey = 'porchlight.local.ahead';

// While a journey is under way, whoever set out on it, the page asks for nothing: its token is from before, and so would
// the answers be.
const send = window.fetch.bind(window);
let journey;
let arrived;
let travelling = false;
window.fetch = async (...request) => {
  await journey;
  return send(...request);
};

const [config, { aheadMs }] = await Promise.all([getJson('/config.json'), stateOnArrival()]);
const userKey = `oidc.user:${config.authority}:${config.clientId}`;
await arrive();
const home = document.createElement('aside');
home.setAttribute('aria-label', 'Tools of this machine');
const root = home.attachShadow({ mode: 'open' });
const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = '/_local/toolbar.css';

const pill = make('button', { className: 'pill', type: 'button' }, 'Tools');
pill.setAttribute('aria-expanded', 'false');
const who = make('p');
const clock = make('p', { className: 'soft' });
const news = make('p');
news.setAttribute('role', 'status');
const inbox = make('a', { href: '/_local/inbox' }, 'Inbox');
const day = make('input', { type: 'date', id: 'day' });
const go = make('button', { type: 'button' }, 'Go there');
const leave = make('button', { type: 'button' }, 'Switch person');
const jumps = [
  ['Next day', 1],
  ['Next week', 7],
].map(([label, days]) => {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', () => void travel({ days }));
  return button;
});
const january = make('button', { type: 'button' }, '15 January');
january.addEventListener('click', () => void travel({ day: nextJanuary() }));
go.addEventListener('click', () => day.value !== '' && void travel({ day: day.value }));
leave.addEventListener('click', () => void switchPerson());

const panel = make('div', { className: 'panel', hidden: true });
panel.append(
  make('h2', {}, 'Who am I'),
  who,
  row(leave),
  make('h2', {}, 'Mail'),
  inbox,
  make('h2', {}, 'Time machine'),
  clock,
  row(...jumps, january),
  row(labelled('Another day', day), go),
  make(
    'p',
    { className: 'soft' },
    'Time only goes forward. To begin anew: npm\u00a0start\u00a0--\u00a0\u2011\u2011fresh',
  ),
  news,
);
pill.addEventListener('click', () => void toggle(panel.hidden));
root.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !panel.hidden) void toggle(false);
});
root.append(style, panel, pill);
document.body.append(home);
// Room to scroll what lies at the very end of a page out from under the pill. On paper it would be one more sheet.
const room = new CSSStyleSheet();
room.replaceSync('@media screen { body { padding-bottom: 3.5rem } }');
document.adoptedStyleSheets.push(room);
await show();
setInterval(look, 5_000);
document.addEventListener('visibilitychange', look);

function look() {
  if (document.visibilityState === 'visible') void show();
}

async function toggle(open) {
  panel.hidden = !open;
  pill.setAttribute('aria-expanded', String(open));
  if (open) await show();
  else pill.focus();
}

async function show() {
  const state = await getJson('/_local/state.json');
  // Somebody else moved the clock: this page is of another day.
  if (state.underWay) hold();
  else if (!travelling && Math.abs(state.aheadMs - aheadMs) > minute) location.reload();
  else if (!travelling) release();
  const now = new Date(state.now);
  const moved = state.aheadMs > minute;
  clock.dataset.now = state.now;
  clock.textContent = `${now.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' })}${moved ? '' : ' (real time)'}`;
  pill.textContent = moved ? now.toLocaleDateString(undefined, { day: 'numeric', month: 'short' }) : 'Tools';
  pill.setAttribute('aria-label', `Tools of this machine, ${pill.textContent}`);
  const email = signedIn()?.profile?.email;
  const person = state.people.find((one) => one.email === email);
  who.textContent =
    email === undefined
      ? 'Nobody is signed in.'
      : person === undefined
        ? email
        : `${person.name}, ${person.what}, ${person.place}`;
  inbox.textContent = state.mail === 1 ? 'Inbox (1 mail)' : `Inbox (${state.mail} mails)`;
}

async function travel(to) {
  const buttons = [...root.querySelectorAll('.panel button')];
  for (const button of buttons) button.disabled = true;
  news.textContent = 'On the way…';
  const watch = setInterval(() => void show(), 700);
  travelling = true;
  hold();
  try {
    const answer = await send('/_local/time', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-porchlight-local': '1' },
      body: JSON.stringify(to),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.message);
    location.reload();
  } catch (error) {
    news.textContent = error.message;
    travelling = false;
    release();
    clearInterval(watch);
    for (const button of buttons) button.disabled = false;
  }
}

// Whoever moved the clock, and however: the first page after it starts clean. Tokens carry the host's time, and the
// app counts on the browser's, so that they have ended without its knowing: one with little time left is renewed
// before it is used. What the app kept for a silent network is of another day.
async function arrive() {
  const jumped = Math.abs(aheadMs - Number(localStorage.getItem(aheadKey) ?? 0)) > minute;
  if (!jumped) return;
  const user = signedIn();
  if (user !== null)
    localStorage.setItem(
      userKey,
      JSON.stringify({ ...user, expires_at: Math.floor(Date.now() / 1000) + 30 }),
    );
  await forgetReads();
  localStorage.setItem(aheadKey, String(aheadMs));
}

function hold() {
  journey ??= new Promise((resolve) => {
    arrived = resolve;
  });
}

function release() {
  arrived?.();
  journey = undefined;
}

// A page that is opened on the way waits for the end of it.
async function stateOnArrival() {
  const state = await getJson('/_local/state.json');
  if (!state.underWay) return state;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return stateOnArrival();
}

async function forgetReads() {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'porchlight')) return;
  await new Promise((resolve) => {
    const opening = indexedDB.open('porchlight');
    opening.onerror = resolve;
    opening.onsuccess = () => {
      const clearing = opening.result.transaction('reads', 'readwrite');
      clearing.objectStore('reads').clear();
      clearing.oncomplete = resolve;
      clearing.onabort = resolve;
      opening.result.close();
    };
  });
}

async function switchPerson() {
  localStorage.removeItem(userKey);
  await send(config.logoutUrl, { redirect: 'manual' });
  location.assign('/');
}

function signedIn() {
  const stored = localStorage.getItem(userKey);
  return stored === null ? null : JSON.parse(stored);
}

function nextJanuary() {
  const now = new Date(clock.dataset.now ?? Date.now());
  const year = now.getMonth() === 0 && now.getDate() < 15 ? now.getFullYear() : now.getFullYear() + 1;
  return `${year}-01-15`;
}

async function getJson(path) {
  return (await send(path)).json();
}

function make(tag, properties = {}, text = '') {
  const element = Object.assign(document.createElement(tag), properties);
  if (text !== '') element.textContent = text;
  return element;
}

function row(...children) {
  const element = make('div', { className: 'row' });
  element.append(...children);
  return element;
}

function labelled(text, input) {
  const element = make('label', { htmlFor: input.id }, text);
  element.append(input);
  return element;
}
