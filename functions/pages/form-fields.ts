import type { PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';

type Asked = Pick<PageFrame, 'refused'>;

/** What stands in a field: as it was sent, when the form came back; else as it is kept. */
export function valuesIn({ refused }: Asked, name: string, kept: readonly string[]): readonly string[] {
  if (refused === null) return kept;
  const sent = refused.sent[name] ?? [];
  return typeof sent === 'string' ? [sent] : sent;
}

/** The same for a field that holds one value. */
export const valueIn = (frame: Asked, name: string, kept: string): string =>
  valuesIn(frame, name, [kept])[0] ?? '';

/** What to mend in this field, right above it. */
export const mistakeIn = ({ refused }: Asked, name: string): Html | null =>
  refused?.field === name ? html`<p class="wrong" id="${name}-wrong">${refused.sentence}</p>` : null;

/** Attributes of a field: where the sentence on top leads to, and what describes it to who cannot see it. */
export function fieldNamed(frame: Asked, name: string, { help = false, group = false } = {}): Html {
  const wrong = frame.refused?.field === name;
  const described = [wrong && `${name}-wrong`, help && `${name}-help`].filter((id) => id !== false).join(' ');
  return html` id="${name}"${described !== '' && html` aria-describedby="${described}"`}${wrong && !group && html` aria-invalid="true"`}`;
}

/** Words that were sent with a form whose page is gone, so that they can still be copied. */
export function wordsSent({ refused, words }: PageFrame): Html | null {
  const sent =
    refused === null ? [] : ['place', 'note', 'words'].map((name) => valueIn({ refused }, name, ''));
  const written = sent.filter((text) => text.trim() !== '');
  if (written.length === 0) return null;
  return html`<section class="card">
<h2>${words.problem.written}</h2>
${written.map((text) => html`<blockquote dir="auto">${text}</blockquote>`)}
</section>`;
}
