/** What people do by requests to the API, where the browser has no part in what a test is about. */
import { eventually } from '#infra/local/demo/seed-session.ts';
import type { Answer, Client } from '#shared/contract/client.ts';
import type { PayRule } from '#shared/domain/policy/model.ts';
import { instantAt } from '#shared/domain/time/zoned.ts';
import { type Cast, castOf, districtBody, rosterZip } from './larkspur.ts';
import { national, type Stage, zone } from './stage.ts';

type Person = Answer<'listPeople'>['items'][number];

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
    const body = { rev: before.rev, roles: [role], employeeId };
    const person = await admin('changePerson', { params, body });
    if (person.account === 'none') await admin('invitePerson', { params, body: { rev: person.rev } });
    const own = stage.api(email);
    const me = await eventually(`An account for ${name}`, () => own('getMe', {}));
    if (role !== 'payroll' && me.participation === null)
      await own('setParticipation', { body: { answer: 'yes' } });
  }
}

/** A district with its roster, its people and two certified educators. */
export async function openDistrict(stage: Stage, slug: string, name: string, pay: PayRule): Promise<Cast> {
  const cast = castOf(slug);
  const office = stage.api(national.email);
  const { districtId } = await office('createDistrict', { body: districtBody(stage, name, pay) });
  await office('inviteDistrictAdmin', { params: { districtId }, body: cast.admin });
  const admin = stage.api(cast.admin.email);
  await eventually(name, () => admin('getMe', {}));
  await importRoster(admin, cast);
  await bringIn(stage, cast);
  const people = await peopleByEmail(admin);
  const { trainingId } = await stage.api(cast.coordinator.email)('recordTraining', {
    body: { title: 'Home visits, part 1', heldOn: stage.day(0) },
  });
  const personIds = [cast.rosa, cast.chidi].map(({ email }) => people.get(email)?.personId ?? '');
  await admin('recordCompletions', { params: { trainingId }, body: { personIds } });
  return cast;
}

async function importRoster(admin: Client, cast: Cast): Promise<void> {
  const zip = rosterZip(cast, { faulty: false });
  const body = { fileName: 'roster.zip', bytes: zip.length };
  const { importId, upload } = await admin('startRosterImport', { body });
  const form = new FormData();
  for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
  form.append('file', new Blob([zip]), 'roster.zip');
  await fetch(upload.url, { method: 'POST', body: form });
  await eventually('The roster', async () => {
    const { status } = await admin('getRosterImport', { params: { importId } });
    return status === 'done' ? status : null;
  });
}

type FamilyPage = Answer<'getFamily'>;

/** The household of one of Rosa’s students, as she sees it now. */
export async function familyOf(stage: Stage, cast: Cast, child: string): Promise<FamilyPage> {
  const api = stage.api(cast.rosa.email);
  const [room] = (await api('getToday', {})).classes;
  if (room === undefined) throw new Error('Rosa has no class');
  const { students } = await api('getClass', { params: { classId: room.classId } });
  const familyId = students.find(({ givenName }) => givenName === child)?.familyId;
  if (familyId === undefined || familyId === null) throw new Error(`${child} has no household`);
  return api('getFamily', { params: { familyId } });
}

/** Rosa asks the family in person and notes what it said. */
export async function ask(
  stage: Stage,
  cast: Cast,
  child: string,
  answer: 'accepted' | 'declined',
): Promise<void> {
  const api = stage.api(cast.rosa.email);
  const { family, invitation } = await familyOf(stage, cast, child);
  const params = { familyId: family.familyId };
  const { rev } =
    invitation.status === 'not_invited'
      ? await api('inviteFamily', { params, body: { how: 'in_person', rev: invitation.rev } })
      : invitation;
  await api('recordAnswer', { params, body: { answer, rev } });
}

/** Rosa plans a visit for tomorrow afternoon, and Chidi says yes to it. Returns its id. */
export async function planVisit(stage: Stage, cast: Cast, child: string, time = '16:30'): Promise<string> {
  const api = stage.api(cast.rosa.email);
  const { family, students } = await familyOf(stage, cast, child);
  const colleagues = await api('listColleagues', {
    params: { schoolId: students[0]?.schoolId ?? '' },
    query: { limit: 100 },
  });
  const partner = colleagues.items.find(({ name }) => name === cast.chidi.name);
  const proposed = await api('proposeVisit', {
    body: {
      familyId: family.familyId,
      studentIds: students.map(({ studentId }) => studentId),
      date: stage.day(1),
      time,
      minutes: 40,
      type: 'home',
      place: null,
      partnerIds: [partner?.personId ?? ''],
      interpreterId: null,
    },
  });
  const { visitId, rev } = proposed;
  await stage.api(cast.chidi.email)('answerVisit', { params: { visitId }, body: { answer: 'yes', rev } });
  return visitId;
}

/** Rosa logs a visit at which both were. */
export async function logVisit(
  stage: Stage,
  cast: Cast,
  visitId: string,
  actualMinutes: number,
): Promise<void> {
  const api = stage.api(cast.rosa.email);
  const { rev, team } = await api('getVisit', { params: { visitId } });
  const present = team.map(({ personId }) => personId);
  await api('completeVisit', { params: { visitId }, body: { present, actualMinutes, rev } });
}

/** Goes to the evening of a day; what falls due on the way is done on the way. */
export async function goTo(stage: Stage, day: string): Promise<void> {
  await stage.host.clock.advanceTo(Date.parse(instantAt(day, '19:00', zone) ?? ''));
  await stage.host.idle();
}
