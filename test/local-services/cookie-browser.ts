/** What the token endpoint answers. */
export interface TokenAnswer {
  access_token: string;
  id_token: string;
  refresh_token: string;
  expires_in: number;
  error?: string;
}

/** Keeps cookies and follows redirects by hand, as far as the web app's own address. */
export class CookieBrowser {
  readonly #origin: string;
  readonly #cookies = new Map<string, { value: string; path: string }>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Goes to an address or path, or posts a form there. */
  async go(
    address: string,
    form?: Record<string, string>,
  ): Promise<{ url: URL; text: string; status: number }> {
    let url = new URL(address, this.#origin);
    let body = form === undefined ? null : new URLSearchParams(form);
    for (;;) {
      const cookie = [...this.#cookies]
        .filter(([, { path }]) => url.pathname.startsWith(path))
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; ');
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie },
        ...(body === null ? {} : { method: 'POST', body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
        if (value === '') this.#cookies.delete(name);
        else this.#cookies.set(name, { value, path });
      }
      const location = answer.headers.get('location');
      if (location === null) return { url, text: await answer.text(), status: answer.status };
      url = new URL(location, url);
      body = null;
      if (['/callback', '/'].includes(url.pathname)) return { url, text: '', status: answer.status };
    }
  }
}
