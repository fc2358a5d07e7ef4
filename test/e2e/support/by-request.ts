/** What people do by requests to the API, where the browser has no part in what a test is about. */
import { eventually } from '#infra/local/demo/seed-session.ts';
import type { Answer, Client } from '#shared/contract/client.ts';
import type { Cast } from './larkspur.ts';
import type { Stage } from './stage.ts';

export type Person = Answer<'listPeople'>['items'][number];

export async function peopleByEmail(admin: Client): Promise<Map<string, Person>> {
  const { items } = await admin('listPeople', { query: { limit: 100 } });
  return new Map(items.flatMap((one) => (one.email === null ? [] : [[one.email, one] as const])));
}

/** Everybody of the district gets the role they have, a number for payroll, and an account; nobody is invited twice. */
export async function bringIn(stage: Stage, cast: Cast): Promise<void> {
  const admin = stage.api(cast.admin.email);
  const known = await peopleByEmail(admin);
  const roles = [
    [cast.rosa, 'educator', 'E-1001'],
    [cast.chidi, 'educator', 'E-1002'],
    [cast.coordinator, 'coordinator', 'E-1003'],
    [cast.payroll, 'payroll', 'E-1004'],
  ] as const;
  for (const [{ name, email }, role, employeeId] of roles) {
    const before =
      known.get(email) ?? (await admin('addPerson', { body: { name, email, roles: [role], schoolIds: [] } }));
    const params = { personId: before.personId };
    const person = await admin('changePerson', {
      params,
      body: { rev: before.rev, roles: [role], employeeId },
    });
    if (person.account === 'none') await admin('invitePerson', { params, body: { rev: person.rev } });
    await eventually(`An account for ${name}`, () => stage.api(email)('getMe', {}));
  }
}
