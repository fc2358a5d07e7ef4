import type { FamilyView } from '#shared/contract/family-view.ts';
import { LanguageTag } from '#shared/domain/family/model.ts';
import { boxesOfTimes, PartOfDay, type TimeBox } from '#shared/domain/family/parts-of-day.ts';
import { languageInWords, weekdayInWords } from './day-words.ts';
import { fieldNamed, mistakeIn, valueIn, valuesIn } from './form-fields.ts';
import type { PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import type { FamilyWords } from './languages.ts';

/**
 * Languages for which districts most often look for somebody who interprets, sign language among them; any other one
 * fits into the family's own words.
 */
const interpreted =
  'am ar ase bn es fa fr gu hi hmn ht hy it ja km ko lo my ne pa pl ps pt ro ru rw so sq sw ta te ti tl tr uk ur vi yo zh'.split(
    ' ',
  );
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When, where and in which language, everything optional. */
export function wishesFields({ wishes, kinds }: FamilyView, frame: PageFrame): Html {
  const { words } = frame;
  const { yes } = words;
  const ticked = new Set(valuesIn(frame, 'times', boxesOfTimes(wishes?.times ?? [])));
  const types = ['', ...kinds] as const;
  const chosen = valueIn(frame, 'type', wishes?.type ?? '');
  return html`<fieldset${fieldNamed(frame, 'times', { group: true })}>
<legend>${yes.times}</legend>
${mistakeIn(frame, 'times')}
<table>
<thead><tr><th scope="col"><span class="hide">${yes.day}</span></th>${PartOfDay.options.map(
    (part) => html`<th scope="col">${yes.part[part]}<small>${yes.hours[part]}</small></th>`,
  )}</tr></thead>
<tbody>${weekdays.map((weekday) => weekRow(words, weekday, ticked))}</tbody>
</table>
</fieldset>
<fieldset${fieldNamed(frame, 'type', { group: true })}>
<legend>${yes.type}</legend>
${mistakeIn(frame, 'type')}
${types.map(
  (type) =>
    html`<label class="choice"><input type="radio" name="type" value="${type}"${chosen === type && html` checked`}>${yes.kind[type === '' ? 'open' : type]}</label>`,
)}
</fieldset>
${
  kinds.includes('neutral') &&
  html`${mistakeIn(frame, 'place')}
<label><span class="label">${yes.place}</span>
<input type="text" dir="auto" name="place" maxlength="120" autocomplete="off"${fieldNamed(frame, 'place', { help: true })} value="${valueIn(frame, 'place', wishes?.place ?? '')}"></label>
<p class="soft" id="place-help">${yes.placeHelp}</p>`
}
${mistakeIn(frame, 'interpreter')}
<label><span class="label">${yes.interpreter}</span>
<select name="interpreter"${fieldNamed(frame, 'interpreter')}><option value="">${yes.noInterpreter}</option>${languageOptions(words, valueIn(frame, 'interpreter', wishes?.interpreter ?? ''))}</select></label>
${mistakeIn(frame, 'note')}
<label><span class="label">${yes.note}</span>
<textarea dir="auto" name="note" rows="2" maxlength="300"${fieldNamed(frame, 'note')}>${valueIn(frame, 'note', wishes?.note ?? '')}</textarea></label>`;
}

function weekRow(words: FamilyWords, weekday: (typeof weekdays)[number], ticked: ReadonlySet<string>): Html {
  const name = weekdayInWords(words, weekday);
  return html`<tr><th scope="row" abbr="${name}">${weekdayInWords(words, weekday, 'short')}</th>${PartOfDay.options.map(
    (part) => {
      const box: TimeBox = `${weekday}-${part}`;
      return html`<td><label><input type="checkbox" name="times" value="${box}" aria-label="${name}, ${words.yes.part[part]}"${ticked.has(box) && html` checked`}></label></td>`;
    },
  )}</tr>`;
}

const languageOptions = (words: FamilyWords, chosen: string): Html[] =>
  [...new Set([...interpreted, ...(LanguageTag.safeParse(chosen).success ? [chosen] : [])])]
    .map((tag) => ({ tag, name: languageInWords(words, tag) }))
    .sort((one, other) => one.name.localeCompare(other.name, words.language.tag))
    .map(
      ({ tag, name }) => html`<option value="${tag}"${tag === chosen && html` selected`}>${name}</option>`,
    );

/** What suits the family, as it said it. */
export const wishesList = (words: FamilyWords, wishes: FamilyView['wishes']): Html =>
  html`<dl>${rowsOf(words, wishes).map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`;

/** The same as lines of text. */
export const wishesInWords = (words: FamilyWords, wishes: FamilyView['wishes']): string =>
  rowsOf(words, wishes)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function rowsOf(words: FamilyWords, wishes: FamilyView['wishes']): [string, string][] {
  const { wish, yes } = words;
  const times = weekdays.flatMap((weekday) => {
    const parts = boxesOfTimes(wishes?.times ?? [])
      .filter((box) => box.startsWith(`${weekday}-`))
      .map((box) => yes.part[PartOfDay.parse(box.slice(2))]);
    return parts.length === 0 ? [] : [`${weekdayInWords(words, weekday)}: ${parts.join(', ')}`];
  });
  const rows: [string, string][] = [
    [wish.times, times.length === 0 ? wish.open : times.join('\n')],
    [wish.type, wishes?.place ?? yes.kind[wishes?.type ?? 'open']],
  ];
  if (wishes?.interpreter) rows.push([wish.interpreter, languageInWords(words, wishes.interpreter)]);
  if (wishes?.note) rows.push([wish.note, wishes.note]);
  return rows;
}
