import { type DemoPerson, demoPeople, describePerson } from '#infra/local/demo/people.ts';
import type { PoolUser } from '#infra/local/services/cognito/user-store.ts';
import { html, type Markup } from '#infra/local/services/markup.ts';

export interface SignInView {
  /** Where the choice is posted to. */
  readonly action: string;
  readonly users: readonly PoolUser[];
  /** An address to put first, from `login_hint`. */
  readonly hint: string | null;
  /** What was searched for among the other accounts. */
  readonly search: string;
}

interface Choice {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly what: string;
  readonly group: string;
  readonly order: number;
}

/** Accounts shown besides the demo people; more are found by searching. */
const shown = 30;

/**
 * Stands where Cognito's managed login stands in the cloud. There is no password here: one chooses who to be.
 */
export function signInPage(view: SignInView): Markup {
  const choices = view.users.map(choiceOf);
  const hinted = choices.find((one) => one.email.toLowerCase() === view.hint?.toLowerCase());
  const invited = choices.filter((one) => one.group === '').reverse();
  const found = invited.filter((one) =>
    `${one.name} ${one.email}`.toLowerCase().includes(view.search.toLowerCase()),
  );
  const groups = [...new Set(demoPeople.map((one) => one.place))]
    .map((place) => ({
      place,
      people: choices.filter((one) => one.group === place).sort((a, b) => a.order - b.order),
    }))
    .filter(({ people }) => people.length > 0);
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Porchlight on this machine</title>
<link rel="stylesheet" href="/oidc/sign-in.css">
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>Who are you today?</h1>
<p>This Porchlight runs on your machine, so there is no password. Choose a person to sign in as.</p>
${choices.length === 0 ? html`<p role="status">The demo people are still on their way. Try again in a few seconds.</p>` : null}
<form method="post" action="${view.action}">
${hinted === undefined ? null : html`<section class="hinted"><h2>Continue as</h2><ul>${button(hinted, true)}</ul></section>`}
${groups.map(({ place, people }) => html`<section><h2>${place}</h2><ul>${people.map((one) => button(one, false))}</ul></section>`)}
${found.length === 0 ? null : html`<section><h2>Invited people</h2><ul>${found.slice(0, shown).map((one) => button(one, false))}</ul></section>`}
</form>
${invited.length === 0 ? null : searchForm(view, found.length)}
</main>
</body>
</html>`;
}

function searchForm(view: SignInView, found: number): Markup {
  const words =
    found > shown
      ? `The newest ${shown} of ${found} invited people are shown.`
      : found === 0
        ? 'Nobody was found.'
        : null;
  return html`<form method="get" action="${view.action}" class="search">
<label for="q">Find an invited person</label>
<input id="q" name="q" type="search" value="${view.search}" autocomplete="off">
<button type="submit">Find</button>
${words === null ? null : html`<p role="status">${words}</p>`}
</form>`;
}

function button(choice: Choice, first: boolean): Markup {
  return html`<li><button type="submit" name="sub" value="${choice.sub}"${first ? html` autofocus` : null}>
<span class="name">${choice.name}</span>
<span class="what">${choice.what}</span>
</button></li>`;
}

function choiceOf(user: PoolUser): Choice {
  const email = user.attributes['email'] ?? '';
  const demo: DemoPerson | undefined = demoPeople.find((one) => one.email === email);
  return {
    sub: user.sub,
    email,
    name: demo?.name ?? user.attributes['name'] ?? email,
    what: demo === undefined ? email : describePerson(demo),
    group: demo?.place ?? '',
    order: demo === undefined ? 0 : demoPeople.indexOf(demo),
  };
}
