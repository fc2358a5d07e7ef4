import type { FamilyView, FamilyVisit } from '#shared/contract/family-view.ts';
import { dayInWords, namesInWords, timeInWords } from './day-words.ts';
import { addressOf, type PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { type FamilyWords, fill } from './languages.ts';
import { wayTo } from './layout.ts';

const placeOf = (words: FamilyWords, { type, place }: FamilyVisit): string =>
  type === 'neutral' && place !== null ? place : words.visit.place[type];

/** When, where and with whom. */
export function visitFacts(words: FamilyWords, visit: FamilyVisit): Html {
  const when = fill(words.visit.minutes, {
    day: dayInWords(words, visit.localDate),
    time: timeInWords(words, visit.startsAt, visit.timeZone),
    minutes: visit.minutes,
  });
  const rows = [
    [words.visit.when, when],
    [words.visit.where, placeOf(words, visit)],
    [words.visit.who, namesInWords(words, visit.team)],
    [words.visit.about, namesInWords(words, visit.children)],
  ] as const;
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`;
}

/** A visit that is still to come, with everything the family can do about it. */
export function visitCard(view: FamilyView, frame: PageFrame, visit: FamilyVisit): Html {
  const { words } = frame;
  const firm = visit.status === 'scheduled';
  const step = (name: string) => `visits/${visit.visitId}/${name}`;
  return html`<section class="card">
<h2>${firm ? words.visit.title : words.visit.arranging}</h2>
${!firm && html`<p>${words.visit.arrangingHint}</p>`}
${visit.otherTimeAskedAt !== null && html`<p><strong>${words.visit.timeAsked}</strong></p>`}
${visitFacts(words, visit)}
${
  firm &&
  html`<p class="links"><a href="${addressOf(frame, step('calendar.ics'))}">${words.visit.calendar}</a>
<a href="${googleCalendar(view, frame, visit)}" rel="noreferrer">${words.visit.google}</a></p>`
}
${wayTo(frame, step('time'), words.visit.time)}
${wayTo(frame, step('cancel'), words.visit.cancel)}
</section>`;
}

/** A visit whose time has come: nothing is to be done here until the school has noted it. */
export const begunCard = ({ words }: PageFrame, visit: FamilyVisit): Html =>
  html`<section class="card">
<h2>${words.visit.title}</h2>
${visitFacts(words, visit)}
<p class="soft">${words.visit.begun}</p>
</section>`;

/** Opens the entry in the reader's own calendar: a neutral place at most, and nothing that leads back to this page. */
function googleCalendar({ schools }: FamilyView, { words }: PageFrame, visit: FamilyVisit): string {
  const compact = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const start = Date.parse(visit.startsAt);
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: fill(words.visit.calendarTitle, { schools: namesInWords(words, schools) }),
    dates: `${compact(start)}/${compact(start + visit.minutes * 60_000)}`,
    location: placeOf(words, visit),
    details: words.visit.calendarNote,
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
