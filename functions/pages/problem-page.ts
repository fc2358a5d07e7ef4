import { html } from './html.ts';
import type { FamilyWords } from './languages.ts';
import { document } from './layout.ts';

/** What went wrong, in the family's words, and the way back. `home` is null when the link itself does not open. */
export function problemPage(words: FamilyWords, sentence: string, home: string | null): string {
  const { problem } = words;
  const title = home === null ? problem.notFoundTitle : problem.title;
  return document(
    words,
    title,
    html`<main>
<h1>${title}</h1>
<p class="wrong">${sentence}</p>
${home !== null && html`<a class="button" href="${home}">${problem.toPage}</a>`}
</main>`,
  );
}
