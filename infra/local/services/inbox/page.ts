import { calendarLines, type ReadMail } from '#infra/local/services/inbox/read-mail.ts';
import { html, type Markup } from '#infra/local/services/markup.ts';
import type { KeptMail } from '#infra/local/services/ses/mail-store.ts';

/** What one view of the inbox shows. */
export interface InboxView {
  readonly mails: readonly KeptMail[];
  readonly total: number;
  /** Every address that ever got mail, for the filter. */
  readonly recipients: readonly string[];
  readonly recipient: string | null;
  readonly open: { readonly mail: KeptMail; readonly read: ReadMail } | null;
  readonly missing: boolean;
}

/** The inbox: a list of mail, newest first, beside the mail that is open. Works without script. */
export function inboxPage(view: InboxView): Markup {
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.open === null ? 'Inbox' : view.open.mail.subject} · Porchlight on this machine</title>
<link rel="stylesheet" href="/_local/inbox.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<h1>Inbox</h1>
<p>Mail that Porchlight sent on this machine. Nothing leaves it. <a href="/">Back to Porchlight</a></p>
${filter(view)}
</header>
<main class="${view.open === null ? 'list-only' : 'with-mail'}">
<nav aria-label="Mail">${list(view)}</nav>
${view.open === null ? emptyPane(view) : openMail(view.open.mail, view.open.read)}
</main>
</body>
</html>`;
}

function filter(view: InboxView): Markup {
  return html`<form action="/_local/inbox" method="get">
<label for="to">To</label>
<select id="to" name="to">
<option value="">Everyone</option>
${view.recipients.map((one) =>
  one === view.recipient
    ? html`<option value="${one}" selected>${one}</option>`
    : html`<option value="${one}">${one}</option>`,
)}
</select>
<button type="submit">Show</button>
</form>`;
}

function list(view: InboxView): Markup {
  if (view.mails.length === 0) {
    return html`<p class="quiet">${view.total === 0 ? 'No mail yet.' : 'No mail for this address.'}</p>`;
  }
  const rest = view.total - view.mails.length;
  return html`<ol>${view.mails.map((mail) => {
    const query = new URLSearchParams({
      message: mail.id,
      ...(view.recipient ? { to: view.recipient } : {}),
    });
    const current = view.open?.mail.id === mail.id ? 'true' : 'false';
    return html`<li><a href="/_local/inbox?${query.toString()}" aria-current="${current}">
<span class="subject">${mail.subject || '(no subject)'}</span>
<span class="to">${mail.to.join(', ')}</span>
${when(mail.at)}
</a></li>`;
  })}</ol>${rest > 0 && view.recipient === null ? html`<p class="quiet">${rest} older ones are not listed. Choose an address to see its mail.</p>` : null}`;
}

function when(at: number): Markup {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function emptyPane(view: InboxView): Markup {
  const words = view.missing ? 'This mail is no longer here.' : 'Choose a mail to read it.';
  return html`<article class="quiet"><p>${words}</p></article>`;
}

function openMail(mail: KeptMail, read: ReadMail): Markup {
  return html`<article aria-labelledby="subject">
<h2 id="subject">${mail.subject || '(no subject)'}</h2>
<dl>
<div><dt>From</dt><dd>${read.from}</dd></div>
<div><dt>To</dt><dd>${mail.to.join(', ')}</dd></div>
<div><dt>Sent</dt><dd>${when(mail.at)}</dd></div>
</dl>
<p class="actions">
<a href="/_local/inbox/${mail.id}.eml" download>Download the raw mail</a>
${read.calendar === null ? null : html`<a href="/_local/inbox/${mail.id}.ics" download>Download the invitation</a>`}
</p>
${read.calendar === null ? null : invitation(read.calendar)}
${read.html === null ? null : html`<iframe title="The mail as it looks" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/_local/inbox/${mail.id}.html"></iframe>`}
${read.text === null ? null : html`<details${read.html === null ? html` open` : null}><summary>As plain text</summary><pre>${read.text}</pre></details>`}
${read.attachments.length === 0 ? null : html`<p>Attached: ${read.attachments.map((one) => `${one.name} (${one.type}, ${one.size} bytes)`).join('; ')}</p>`}
<form action="/_local/inbox/${mail.id}/complaint" method="post">
<button type="submit">Mark as spam</button>
<span class="quiet">Reports a complaint, as a mail provider would; this address then gets no more mail.</span>
</form>
</article>`;
}

function invitation(calendar: string): Markup {
  return html`<section class="invitation" aria-label="Calendar invitation"><h3>Calendar invitation</h3><dl>${calendarLines(
    calendar,
  ).map(
    (line) => html`<div><dt>${line.name}</dt><dd>${line.value}</dd></div>`,
  )}</dl><details><summary>iCalendar text</summary><pre>${calendar}</pre></details></section>`;
}
