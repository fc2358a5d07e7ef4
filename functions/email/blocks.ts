/** The parts of a mail. Both twins, HTML and plain text, are made from the same blocks, so they cannot differ. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: 'list';
      readonly heading: string;
      readonly items: readonly { readonly text: string; readonly href: string }[];
      /** Said once under the list. */
      readonly note: string | null;
    }
  | { readonly kind: 'button'; readonly label: string; readonly href: string };

export interface MailPage {
  readonly language: 'en' | 'es';
  readonly subject: string;
  readonly heading: string;
  readonly hello: string;
  readonly blocks: readonly Block[];
  readonly thanks: string;
  readonly signature: string;
  /** Small print: why the mail came, the sender's postal address. */
  readonly footer: readonly string[];
  /** The page where the reader stops seasonal prompts; null on mail that cannot be switched off (I37). */
  readonly unsubscribe: { readonly label: string; readonly note: string; readonly href: string } | null;
}

/** What a template gives: the subject and the two twins. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
