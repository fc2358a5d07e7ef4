import type { FamilyView, FamilyVisit } from '#shared/contract/family-view.ts';
import { HowItWas } from '#shared/domain/family/feedback.ts';
import { dayInWords, namesInWords } from './day-words.ts';
import { wordsSent } from './form-fields.ts';
import { addressOf, type PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { fill } from './languages.ts';
import { familyDocument, formTo, wayTo } from './layout.ts';
import { begunCard, visitCard } from './visit-card.ts';
import { wishesList } from './wishes-fields.ts';

/** The first page behind the link: what is asked or arranged now, and what else the family can do. */
export function homePage(view: FamilyView, frame: PageFrame): string {
  const { words } = frame;
  const { title, now } = nowOf(view, frame);
  return familyDocument(
    view,
    frame,
    title,
    html`${wordsSent(frame)}
${view.past.filter(unanswered).map((visit) => howCard(frame, visit))}
${view.calledOff.map((visit) => outOfCalendar(frame, visit))}
${now}
${view.past.filter((visit) => !unanswered(visit)).map((visit) => howCard(frame, visit))}
${view.hopes.map((one) => hopesCard(frame, one))}
${newsCard(view, frame)}
${aboutVisits(words.about)}`,
  );
}

/** A visit the family has not spoken about yet stands above everything else: it is what the page was opened for. */
const unanswered = ({ feedback }: FamilyVisit): boolean => feedback === null;

function nowOf(view: FamilyView, frame: PageFrame): { title: string; now: Html } {
  const { words } = frame;
  if (view.doNotContact)
    return {
      title: words.stopped.title,
      now: html`<p>${words.stopped.body}</p>
${formTo(frame, 'again', html`<button>${words.stopped.again}</button>`)}`,
    };
  switch (view.status) {
    case 'declined':
      return {
        title: words.declined.title,
        now: html`<p>${words.declined.body}</p>${wayTo(frame, 'yes', words.declined.again)}`,
      };
    case 'accepted':
      return accepted(view, frame);
    case 'invited':
    case 'not_invited':
      return { title: words.ask.title, now: question(view, frame) };
  }
}

function question({ schools, children, invitedBy }: FamilyView, frame: PageFrame): Html {
  const { ask } = frame.words;
  const names = {
    schools: namesInWords(frame.words, schools),
    children: namesInWords(frame.words, children),
  };
  return html`<p>${fill(ask.hello, names)} ${invitedBy !== null && fill(ask.invitedBy, { name: invitedBy })}</p>
<p><strong>${ask.free}</strong></p>
<p>${ask.everyone}</p>
${wayTo(frame, 'yes', ask.yes, 'yes')}
${wayTo(frame, 'no', ask.no)}`;
}

function accepted(view: FamilyView, frame: PageFrame): { title: string; now: Html } {
  const { words } = frame;
  const [next] = view.ahead;
  const wishes = html`<section class="card">
<h2>${words.accepted.wishes}</h2>
${wishesList(words, view.wishes)}
${wayTo(frame, 'yes', words.accepted.change)}
</section>`;
  const no = html`<p class="links"><a href="${addressOf(frame, 'no')}">${words.accepted.no}</a></p>`;
  const begun = view.begun.map((visit) => begunCard(frame, visit));
  if (next === undefined && begun.length > 0)
    return { title: words.title, now: html`${begun}${wishes}${no}` };
  if (next === undefined && view.past.length > 0)
    return { title: words.title, now: html`<p>${words.accepted.another}</p>${wishes}${no}` };
  if (next === undefined)
    return {
      title: words.accepted.title,
      now: html`<p>${words.accepted.next}</p>${wishes}${no}`,
    };
  return {
    title: words.title,
    now: html`${begun}${view.ahead.map((visit) => visitCard(view, frame, visit))}${wishes}${no}`,
  };
}

/** One tap says how it was, and with that, that it was. */
function howCard(frame: PageFrame, visit: FamilyVisit): Html {
  const { how } = frame.words;
  const step = `visits/${visit.visitId}/how`;
  const on = fill(how.on, {
    day: dayInWords(frame.words, visit.localDate),
    team: namesInWords(frame.words, visit.team),
  });
  if (visit.feedback !== null)
    return html`<section class="card">
<h2>${on}</h2>
<p>${fill(how.said, { how: how.choice[visit.feedback.how] })}</p>
${visit.feedback.words !== null && html`<blockquote dir="auto">${visit.feedback.words}</blockquote>`}
<p class="links"><a href="${addressOf(frame, step)}">${how.change}</a></p>
</section>`;
  return html`<section class="card">
<h2>${how.title}</h2>
<p class="soft">${on}</p>
${formTo(frame, step, howButtons(how.choice))}
<p>${how.lead}</p>
<p class="soft">${how.notHeld}</p>
</section>`;
}

export const howButtons = (choice: Readonly<Record<HowItWas, string>>): Html =>
  html`${HowItWas.options.map((one) => html`<button name="how" value="${one}">${choice[one]}</button>`)}`;

function hopesCard(
  frame: PageFrame,
  { studentId, child, words: said, status }: FamilyView['hopes'][number],
): Html {
  const { hopes } = frame.words;
  const there = addressOf(frame, `hopes/${studentId}`);
  return html`<section class="card">
<h2>${fill(hopes.title, { child })}</h2>
${
  status === 'shared'
    ? html`<p class="soft">${hopes.lead}</p><blockquote dir="auto">${said}</blockquote>
<p class="links"><a href="${there}">${hopes.change}</a></p>`
    : html`<p>${hopes.withdrawn}</p><p class="links"><a href="${there}">${hopes.writeAnew}</a></p>`
}
</section>`;
}

/** Nothing reaches a family that said no: what stands in its calendar it takes out itself. */
const outOfCalendar = (frame: PageFrame, { visitId, localDate }: FamilyView['calledOff'][number]): Html =>
  html`<p class="links"><a href="${addressOf(frame, `visits/${visitId}/calendar.ics`)}">${fill(
    frame.words.visit.takeOut,
    { day: dayInWords(frame.words, localDate) },
  )}</a></p>`;

/** Who stopped the news of the program may have it again; where the family wants no visit or mail, there is none. */
const newsCard = ({ kept, status, doNotContact }: FamilyView, frame: PageFrame): Html | false => {
  const { news } = frame.words;
  return (
    kept.announcementsStopped &&
    !doNotContact &&
    status !== 'declined' &&
    html`<section class="card">
<h2>${news.title}</h2>
<p>${news.stopped}</p>
${formTo(frame, 'news', html`<button>${news.again}</button>`)}
</section>`
  );
};

const aboutVisits = (about: PageFrame['words']['about']): Html =>
  html`<details class="card">
<summary>${about.summary}</summary>
<ul>${[about.who, about.talk, about.long, about.where, about.prepare, about.language].map((line) => html`<li>${line}</li>`)}</ul>
</details>`;
