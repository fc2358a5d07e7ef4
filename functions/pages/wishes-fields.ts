import type { FamilyView } from '#shared/contract/family-view.ts';
import { boxesOfTimes, PartOfDay, type TimeBox } from '#shared/domain/family/parts-of-day.ts';
import { languageInWords, weekdayInWords } from './day-words.ts';
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
export function wishesFields({ wishes, kinds }: FamilyView, words: FamilyWords): Html {
  const { yes } = words;
  const ticked = new Set(boxesOfTimes(wishes?.times ?? []));
  const types = [null, ...kinds];
  return html`<fieldset>
<legend>${yes.times}</legend>
<table>
<thead><tr><th scope="col"><span class="hide">${yes.day}</span></th>${PartOfDay.options.map(
    (part) => html`<th scope="col">${yes.part[part]}<small>${yes.hours[part]}</small></th>`,
  )}</tr></thead>
<tbody>${weekdays.map((weekday) => weekRow(words, weekday, ticked))}</tbody>
</table>
</fieldset>
<fieldset>
<legend>${yes.type}</legend>
${types.map(
  (type) =>
    html`<label class="choice"><input type="radio" name="type" value="${type ?? ''}"${(wishes?.type ?? null) === type && html` checked`}>${yes.kind[type ?? 'open']}</label>`,
)}
</fieldset>
${
  kinds.includes('neutral') &&
  html`<label><span class="label">${yes.place}</span>
<input type="text" dir="auto" name="place" maxlength="120" autocomplete="off" aria-describedby="place-help" value="${wishes?.place ?? ''}"></label>
<p class="soft" id="place-help">${yes.placeHelp}</p>`
}
<label><span class="label">${yes.interpreter}</span>
<select name="interpreter"><option value="">${yes.noInterpreter}</option>${languageOptions(words, wishes?.interpreter ?? null)}</select></label>
<label><span class="label">${yes.note}</span>
<textarea dir="auto" name="note" rows="2" maxlength="300">${wishes?.note ?? ''}</textarea></label>`;
}

function weekRow(words: FamilyWords, weekday: (typeof weekdays)[number], ticked: ReadonlySet<TimeBox>): Html {
  const name = weekdayInWords(words, weekday);
  return html`<tr><th scope="row" abbr="${name}">${weekdayInWords(words, weekday, 'short')}</th>${PartOfDay.options.map(
    (part) => {
      const box: TimeBox = `${weekday}-${part}`;
      return html`<td><label><input type="checkbox" name="times" value="${box}" aria-label="${name}, ${words.yes.part[part]}"${ticked.has(box) && html` checked`}></label></td>`;
    },
  )}</tr>`;
}

const languageOptions = (words: FamilyWords, chosen: string | null): Html[] =>
  [...new Set([...interpreted, ...(chosen === null ? [] : [chosen])])]
    .map((tag) => ({ tag, name: languageInWords(words, tag) }))
    .sort((one, other) => one.name.localeCompare(other.name, words.language.tag))
    .map(
      ({ tag, name }) => html`<option value="${tag}"${tag === chosen && html` selected`}>${name}</option>`,
    );

/** What suits the family, as it said it. */
export function wishesList(words: FamilyWords, wishes: FamilyView['wishes']): Html {
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
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`;
}
