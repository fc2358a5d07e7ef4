import type { FamilyView } from '#shared/contract/family-view.ts';
import { addressOf, type PageFrame, type RefusedForm } from './frame.ts';
import { Html, html } from './html.ts';
import { type FamilyWords, languages } from './languages.ts';
import { style } from './style.ts';

/** The whole document, in one answer: no script, no image, no second file to wait for. */
export function document(words: FamilyWords, title: string, content: Html): string {
  const { tag, dir } = words.language;
  return html`<!doctype html>
<html lang="${tag}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
${content}
</body>
</html>
`.text;
}

/** Frame of every page of a family: who writes, other languages, what was done or refused just now, the small print. */
export function familyDocument(view: FamilyView, frame: PageFrame, title: string, main: Html): string {
  const { words, said, refused } = frame;
  const told = said === null ? null : words.said[said];
  return document(
    words,
    // What is read out first when the page opens: without a script nothing else announces that it came back.
    `${refused === null ? '' : `${words.problem.title}: `}${title} · ${view.district}`,
    html`<header>
<p>${view.district}</p>
<nav class="links" aria-label="${words.otherLanguages}">${otherLanguages(frame)}</nav>
</header>
<main>
${told !== null && html`<p class="said" role="status">${told}</p>`}
${refused !== null && refusal(refused)}
<h1>${title}</h1>
${main}
</main>
<footer>
<p>${words.footer.voluntary}</p>
<p>${words.footer.secret}</p>
<p class="links"><a href="${addressOf(frame, 'kept')}">${words.kept.link}</a>
${!view.doNotContact && html`<a href="${addressOf(frame, 'stop')}">${words.stop.link}</a>`}</p>
</footer>`,
  );
}

/** What was not accepted, and the way to the field where it is mended. */
const refusal = ({ sentence, field }: RefusedForm): Html =>
  html`<p class="wrong" role="alert">${field === null ? sentence : html`<a href="#${field}">${sentence}</a>`}</p>`;

/** The same page in each other language; each names itself in its own. */
const otherLanguages = (frame: PageFrame): Html[] =>
  languages
    .filter((other) => other !== frame.words)
    .map(({ language: { tag, name } }) => {
      const there = addressOf({ ...frame, chosen: tag }, frame.step);
      return html`<a href="${there}" lang="${tag}" hreflang="${tag}">${name}</a> `;
    });

/** A way on, as large as a thumb. */
export const wayTo = (frame: PageFrame, step: string, label: string, kind: 'yes' | '' = ''): Html =>
  html`<a class="button ${kind}" href="${addressOf(frame, step)}">${label}</a>`;

/** A form that needs no script: it is answered by the way to the next page. */
export const formTo = (frame: PageFrame, step: string, content: Html): Html =>
  html`<form method="post" action="${addressOf(frame, step)}">
<input type="hidden" name="key" value="${frame.formKey}">
${content}
</form>`;

export const backTo = (frame: PageFrame): Html =>
  html`<p class="links"><a href="${addressOf(frame)}">${frame.words.back}</a></p>`;
