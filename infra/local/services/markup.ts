/** Markup that is already safe to send. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | null;

/** Makes text safe inside HTML and XML, between tags and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A template whose every value is escaped unless it is markup itself; null and empty lists leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const render = (part: Part | undefined): string => {
    if (part === null || part === undefined) return '';
    if (part instanceof Markup) return part.text;
    if (typeof part === 'object') return part.map((one) => one.text).join('');
    return escapeMarkup(String(part));
  };
  return new Markup(strings.reduce((text, piece, index) => text + render(parts[index - 1]) + piece));
}
