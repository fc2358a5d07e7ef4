import type { FamilyView } from '#shared/contract/family-view.ts';
import { languageInWords, namesInWords } from './day-words.ts';
import type { PageFrame } from './frame.ts';
import { html } from './html.ts';
import { fill } from './languages.ts';
import { backTo, familyDocument } from './layout.ts';
import { wishesInWords } from './wishes-fields.ts';

/**
 * Everything that is kept about the family, in a plain list. What belongs to another adult is only counted: whoever
 * holds a link may live apart from them.
 */
export function keptPage(view: FamilyView, frame: PageFrame): string {
  const { words } = frame;
  const { kept } = words;
  const { adult, otherAdults, contacts, letters } = view.kept;
  const count = (number: number): string => (number === 0 ? kept.none : String(number));
  const rows: [string, string][] = [
    [kept.children, namesInWords(words, view.children)],
    ...(adult === null
      ? []
      : [
          [kept.adult, [adult.name, adult.email ?? kept.noEmail, adult.phone ?? kept.noPhone].join(', ')] as [
            string,
            string,
          ],
        ]),
    [kept.others, count(otherAdults)],
    [kept.language, view.language === null ? kept.unknown : languageInWords(words, view.language)],
    [kept.invited, view.invitedBy ?? kept.nobody],
    [kept.answer, view.doNotContact ? kept.stopped : kept.answers[view.status]],
    ...(view.kept.announcementsStopped ? [[kept.news, kept.newsStopped] as [string, string]] : []),
    [kept.wishes, view.wishes === null ? kept.none : wishesInWords(words, view.wishes)],
    [kept.visits, count(view.kept.visits)],
    [kept.feedback, count(view.kept.feedback)],
    [kept.hopes, count(view.kept.hopes)],
    [kept.wants, count(view.kept.wants)],
    [kept.contacts, count(contacts)],
    [kept.letters, count(letters)],
  ];
  const { district } = view;
  const schools = namesInWords(words, view.schools);
  return familyDocument(
    view,
    frame,
    kept.title,
    html`<p>${fill(kept.lead, { district })}</p>
<dl class="card">${rows.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>
<p>${fill(kept.mend, { schools, district })}</p>
${backTo(frame)}`,
  );
}
