import { Temporal } from 'temporal-polyfill';
import type { Host } from '#infra/local/host.ts';
import type { LocalServices } from '#infra/local/local-services.ts';
import type { Answer, Client } from '#shared/contract/client.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import type { DemoDistrict } from './districts.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import { rosterZip, staffOf } from './roster.ts';
import { demoSchoolYear, demoTrainingDay } from './school-year.ts';
import { clientOf, eventually } from './seed-session.ts';

const coreTraining = 'Core training: visits that build trust';

type Person = Answer<'listPeople'>['items'][number];

/**
 * Brings one district to where the demo begins, by the same requests that people make in the browser. Each step
 * looks first whether it was done, so a seed that was interrupted goes on where it stopped.
 */
export async function seedDistrict(
  host: Host,
  services: LocalServices,
  office: Client,
  district: DemoDistrict,
  say: (line: string) => void,
): Promise<void> {
  const people = demoPeople.filter(({ place }) => place === district.name);
  const admin = people.find(({ role }) => role === 'district_admin');
  if (admin === undefined) throw new Error(`${district.name} has no administrator`);
  const today = Temporal.Instant.fromEpochMilliseconds(host.clock.now())
    .toZonedDateTimeISO(district.timeZone)
    .toPlainDate()
    .toString();

  await openDistrict(office, district, admin, today, services);
  const asAdmin = clientOf(host, services, admin.email);
  await eventually(`${district.name}`, () => asAdmin('getMe', {}));
  await importRoster(asAdmin, district);
  say(`  ${district.name}: the roster is in`);
  await invitePeople(asAdmin, people);
  await Promise.all(people.map((person) => takePart(clientOf(host, services, person.email), person)));
  await certify(asAdmin, district, people, today);
  await planNextTraining(asAdmin, district, today);
}

async function openDistrict(
  office: Client,
  district: DemoDistrict,
  admin: DemoPerson,
  today: string,
  { cognito }: LocalServices,
): Promise<void> {
  const { name, state, timeZone, policy, fund, slug } = district;
  const listed = await office('listDistricts', { query: { limit: 100 } });
  const { districtId } =
    listed.items.find((one) => one.name === name) ??
    (await office(
      'createDistrict',
      { body: { name, state, timeZone, policy, fund: { ...fund }, schoolYear: demoSchoolYear(today) } },
      `demo-district-${slug}`,
    ));
  if (cognito.users.find(admin.email) !== undefined) return;
  const invitation = { params: { districtId }, body: { name: admin.name, email: admin.email } };
  await office('inviteDistrictAdmin', invitation, `demo-admin-${slug}`);
}

async function importRoster(asAdmin: Client, district: DemoDistrict): Promise<void> {
  const before = await asAdmin('listRosterImports', { query: {} });
  if (before.items.some(({ status }) => status === 'done')) return;
  const zip = rosterZip(district);
  const fileName = `${district.slug}-oneroster-1.2.zip`;
  const { importId, upload } = await asAdmin('startRosterImport', { body: { fileName, bytes: zip.length } });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([zip]), fileName);
  const answer = await fetch(upload.url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`The roster was not taken: ${await answer.text()}`);
  const read = await eventually(`The roster of ${district.name}`, async () => {
    const now = await asAdmin('getRosterImport', { params: { importId } });
    return now.status === 'done' || now.status === 'failed' ? now : null;
  });
  if (read.status === 'failed') throw new Error(read.failure ?? 'The roster was refused');
}

async function invitePeople(asAdmin: Client, people: readonly DemoPerson[]): Promise<void> {
  const known = await peopleByEmail(asAdmin);
  for (const [index, { email, name, role }] of people.entries()) {
    if (role === 'district_admin' || role === 'national_admin') continue;
    let person =
      known.get(email) ??
      (await asAdmin('addPerson', { body: { name, email, roles: [role], schoolIds: [] } }));
    const params = { personId: person.personId };
    if (!person.roles.includes(role) || person.employeeId === null) {
      const employeeId = `E-${1001 + index}`;
      person = await asAdmin('changePerson', {
        params,
        body: { rev: person.rev, roles: [role], employeeId },
      });
    }
    if (person.account === 'none') await asAdmin('invitePerson', { params, body: { rev: person.rev } });
  }
}

/** Each says so for themselves: nobody can say it for another. Whoever waits for a training has not answered yet. */
async function takePart(
  asPerson: Client,
  { name, role, certified, speaks, free }: DemoPerson,
): Promise<void> {
  if (!certified && role !== 'coordinator' && role !== 'interpreter') return;
  const me = await eventually(`An account for ${name}`, () => asPerson('getMe', {}));
  if (me.participation !== null) return;
  await asPerson('setParticipation', { body: { answer: 'yes' } });
  const freeTimes = free.map((weekday) => ({ weekday, from: '16:00', until: '20:00' }));
  await asPerson('setFreeTimes', { body: { languages: [...speaks], freeTimes } });
}

/** Demo people who begin certified, and every second of the other educators, so that there are partners to choose. */
async function certify(
  asAdmin: Client,
  district: DemoDistrict,
  people: readonly DemoPerson[],
  today: string,
): Promise<void> {
  const title = coreTraining;
  const heldOn = demoTrainingDay(today);
  const trainings = await asAdmin('listTrainings', { query: {} });
  const training =
    trainings.items.find((one) => one.title === title && one.plan === null) ??
    (await asAdmin('recordTraining', { body: { title, heldOn } }, `demo-training-${district.slug}`));
  const colleagues = staffOf(district).filter(({ email }) => !people.some((one) => one.email === email));
  const addresses = [
    ...people.filter(({ certified }) => certified).map(({ email }) => email),
    ...colleagues.filter((_, index) => index % 2 === 0).map(({ email }) => email),
  ];
  const known = await peopleByEmail(asAdmin);
  const personIds = addresses.flatMap((email) => {
    const person = known.get(email);
    return person === undefined || person.certificate !== null ? [] : [person.personId];
  });
  if (personIds.length === 0) return;
  await asAdmin('recordCompletions', { params: { trainingId: training.trainingId }, body: { personIds } });
}

/** The training for which those who are not certified yet can sign up. */
async function planNextTraining(asAdmin: Client, { slug }: DemoDistrict, today: string): Promise<void> {
  const trainings = await asAdmin('listTrainings', { query: {} });
  if (trainings.items.some(({ plan }) => plan !== null)) return;
  const heldOn = addDays(today, 12);
  const plan = { heldOn, time: '15:45', minutes: 180, place: 'District office, community room', seats: 24 };
  const body = { ...plan, title: coreTraining, kind: 'initial', schoolId: null } as const;
  await asAdmin('planTraining', { body }, `demo-next-training-${slug}`);
}

async function peopleByEmail(asAdmin: Client): Promise<Map<string, Person>> {
  const { items } = await asAdmin('listPeople', { query: { limit: 100 } });
  return new Map(items.flatMap((one) => (one.email === null ? [] : [[one.email, one] as const])));
}
