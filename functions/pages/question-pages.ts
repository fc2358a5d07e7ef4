import type { FamilyView, FamilyVisit } from '#shared/contract/family-view.ts';
import { dayInWords, namesInWords } from './day-words.ts';
import { fieldNamed, mistakeIn, valueIn } from './form-fields.ts';
import type { PageFrame } from './frame.ts';
import { howButtons } from './home-page.ts';
import { type Html, html } from './html.ts';
import { fill } from './languages.ts';
import { backTo, familyDocument, formTo } from './layout.ts';
import { visitFacts } from './visit-card.ts';
import { wishesFields } from './wishes-fields.ts';

/** One question on a page of its own, with a button that answers it and a way back. */
const question = (view: FamilyView, frame: PageFrame, title: string, lead: Html, form: Html): string =>
  familyDocument(view, frame, title, html`${lead}${formTo(frame, frame.step, form)}${backTo(frame)}`);

/** Yes, with what would suit the family; or what would suit it, once more. */
export function yesPage(view: FamilyView, frame: PageFrame): string {
  const { yes } = frame.words;
  const send = view.status === 'accepted' ? yes.save : yes.send;
  const fields = html`${wishesFields(view, frame)}<button class="yes">${send}</button>`;
  return question(view, frame, yes.title, html`<p>${yes.lead}</p>`, fields);
}

export function noPage(view: FamilyView, frame: PageFrame): string {
  const { words } = frame;
  const planned = view.ahead.map(
    ({ localDate }) =>
      html`<p><strong>${fill(words.no.planned, { day: dayInWords(words, localDate) })}</strong></p>`,
  );
  const lead = html`<p>${words.no.lead}</p>${planned}`;
  return question(view, frame, words.no.title, lead, html`<button class="yes">${words.no.send}</button>`);
}

export function stopPage(view: FamilyView, frame: PageFrame): string {
  const { words } = frame;
  const planned = view.ahead.map(
    ({ localDate }) =>
      html`<p><strong>${fill(words.no.planned, { day: dayInWords(words, localDate) })}</strong></p>`,
  );
  const lead = html`<p>${words.stop.lead}</p>${planned}`;
  return question(view, frame, words.stop.title, lead, html`<button class="yes">${words.stop.send}</button>`);
}

/** The visit stays in place meanwhile: whoever leads it finds a new time with the family. */
export function timePage(view: FamilyView, frame: PageFrame, visit: FamilyVisit): string {
  const { words } = frame;
  const lead = html`<p>${fill(words.time.lead, { day: dayInWords(words, visit.localDate) })}</p>`;
  const fields = html`${wishesFields(view, frame)}<button class="yes">${words.time.send}</button>`;
  return question(view, frame, words.time.title, lead, fields);
}

export function cancelPage(view: FamilyView, frame: PageFrame, visit: FamilyVisit): string {
  const { words } = frame;
  const lead = html`<p>${words.cancel.lead}</p>${visitFacts(words, visit)}`;
  return question(
    view,
    frame,
    words.cancel.title,
    lead,
    html`<button class="yes">${words.cancel.send}</button>`,
  );
}

export function howPage(view: FamilyView, frame: PageFrame, visit: FamilyVisit): string {
  const { how } = frame.words;
  const on = fill(how.on, {
    day: dayInWords(frame.words, visit.localDate),
    team: namesInWords(frame.words, visit.team),
  });
  const lead = html`<p>${on}</p>`;
  const fields = html`${mistakeIn(frame, 'words')}
<label><span class="label">${how.words}</span>
<textarea dir="auto" name="words" rows="3" maxlength="600"${fieldNamed(frame, 'words', { help: true })}>${valueIn(frame, 'words', visit.feedback?.words ?? '')}</textarea></label>
<p class="soft" id="words-help">${how.wordsHelp}</p>
${mistakeIn(frame, 'how')}
<div${fieldNamed(frame, 'how', { group: true })} role="group">${howButtons(how.choice)}</div>`;
  return question(view, frame, how.title, lead, fields);
}

export function hopesPage(view: FamilyView, frame: PageFrame, about: FamilyView['hopes'][number]): string {
  const { hopes } = frame.words;
  const fields = html`${mistakeIn(frame, 'words')}
<label><span class="label">${hopes.words}</span>
<textarea dir="auto" name="words" rows="5" maxlength="600" required${fieldNamed(frame, 'words')}>${valueIn(frame, 'words', about.words)}</textarea></label>
<button class="yes" name="act" value="save">${hopes.save}</button>`;
  const withdraw = html`<p>${hopes.withdrawHint}</p><button name="act" value="withdraw">${hopes.withdraw}</button>`;
  return familyDocument(
    view,
    frame,
    fill(hopes.title, { child: about.child }),
    html`<p>${hopes.lead}</p>
${formTo(frame, frame.step, fields)}
${about.status === 'shared' && formTo(frame, frame.step, withdraw)}
${backTo(frame)}`,
  );
}
