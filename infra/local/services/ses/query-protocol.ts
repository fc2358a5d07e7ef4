import { randomUUID } from 'node:crypto';
import { html, Markup } from '#infra/local/services/markup.ts';

/** A refusal in SES's own words; the SDK turns `code` into the exception's name. */
export class SesRefusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'SesRefusal';
    this.code = code;
    this.status = status;
  }
}

/** The parameters of an AWS query call: flat names, lists as `Name.member.N`. */
export class QueryParams {
  readonly #values: URLSearchParams;
  constructor(body: Buffer) {
    this.#values = new URLSearchParams(body.toString('utf8'));
  }

  /** A parameter, or undefined when it is missing or empty. */
  get(name: string): string | undefined {
    return this.#values.get(name) || undefined;
  }

  /** `Name.member.1`, `Name.member.2`, … in order. */
  list(name: string): string[] {
    const found: string[] = [];
    for (let n = 1; ; n++) {
      const value = this.#values.get(`${name}.member.${n}`);
      if (value === null) return found;
      found.push(value);
    }
  }

  /** `Tags.member.N.Name` and `.Value` as one record. */
  tags(): Record<string, string> {
    const found: Record<string, string> = {};
    for (let n = 1; ; n++) {
      const name = this.#values.get(`Tags.member.${n}.Name`);
      if (name === null) return found;
      found[name] = this.#values.get(`Tags.member.${n}.Value`) ?? '';
    }
  }
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** The envelope of a good answer: `fields` become elements of the result. */
export function queryAnswer(action: string, fields: Readonly<Record<string, string>>): Markup {
  const tag = (name: string, content: Markup) =>
    html`${new Markup(`<${name}>`)}${content}${new Markup(`</${name}>`)}`;
  const result = Object.entries(fields).map(([name, value]) => tag(name, html`${value}`));
  return html`${new Markup(`<${action}Response xmlns="${namespace}">`)}${tag(`${action}Result`, html`${result}`)}<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>${new Markup(`</${action}Response>`)}`;
}

/** The envelope of a refusal. */
export function queryError(refusal: SesRefusal): Markup {
  const type = refusal.status < 500 ? 'Sender' : 'Receiver';
  return html`<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${refusal.code}</Code><Message>${refusal.message}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
}
