/** One line of real life through the whole product, each part in the browser of the person whose part it is. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter } from '#test/web/support/keyboard.ts';
import { bringIn, peopleByEmail } from './support/by-request.ts';
import { expectVisitInCalendar, fileOfBoth } from './support/expected.ts';
import { castOf, rosterZip } from './support/larkspur.ts';
import { describeDistrict, inSpanishAndBack, reflect, sayYes, travel } from './support/on-the-page.ts';
import { look, national, type Stage, signIn, startStage } from './support/stage.ts';

const cast = castOf('larkspur');
const { admin, coordinator, rosa, chidi, payroll } = cast;
const districtName = 'Larkspur Valley School District';
const minutes = 60_000;
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 3 * minutes);
afterAll(() => stage.stop());

/** The day of the first visit; time has passed it by once it is logged. */
let visitDay = '';

test('the national office opens a district, and its invitation leads the first administrator in', {
  timeout: 4 * minutes,
}, async () => {
  const office = await stage.visitor('desktop');
  const page = await office.newPage();
  await page.goto(stage.host.origin);
  await look(page, '01-welcome-desktop');
  await enter(page, 'button', 'Sign in');
  await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
  await look(page, '02-sign-in-desktop');
  await enter(page, 'button', new RegExp(national.email));
  await page.getByText('No district yet').waitFor();
  await look(page, '03-national-empty-desktop');

  await page.getByRole('link', { name: 'Open a district' }).click();
  await describeDistrict(page, stage, districtName);
  await look(page, '04-new-district-desktop');
  await page.getByRole('button', { name: 'Open this district' }).click();
  await page.getByText('Now invite the person who will run it.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill(admin.name);
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText(`The invitation to ${admin.name}`).waitFor();
  await page.getByText('This district is ready.').waitFor();
  await look(page, '05-district-ready-desktop');
  await office.close();

  const [letter] = await stage.mailTo(admin.email);
  const inbox = (await (await fetch(`${stage.host.origin}/_local/inbox.json?to=${admin.email}`)).json()) as {
    count: number;
  };
  expect(inbox.count).toBe(1);
  expect(letter?.subject).toBe(`Your way into Porchlight, ${districtName}`);
  const link = new RegExp(`${stage.host.origin}/\\S*`).exec(letter?.text ?? '')?.[0] ?? '';
  const own = await stage.visitor('desktop');
  const inside = await signIn(stage, own, admin.email, link);
  await inside.getByText(districtName).first().waitFor();
  await look(inside, '06-district-admin-home-desktop');
  await own.close();
});

test('the district administrator brings in the roster and invites people', {
  timeout: 4 * minutes,
}, async () => {
  const own = await stage.visitor('desktop');
  const page = await signIn(stage, own, admin.email, '/roster');
  await page.getByLabel('Roster files').setInputFiles({
    name: 'larkspur.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(rosterZip(cast, { faulty: true })),
  });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByText('Done. This is what the file held.').waitFor();
  const counts = page.getByRole('table', { name: 'What was read' });
  await expect
    .poll(async () => (await counts.getByRole('row').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ')))
    .toEqual([
      expect.stringMatching(/^Kind In the file New or changed/i),
      'Schools 1 1',
      'Staff 3 3',
      'Students 4 4',
      'Parents and guardians 4 4',
      'Classes 1 1',
      'Places in classes 5 5',
    ]);
  const left = page.getByRole('table', { name: 'Not taken' });
  expect(await left.innerText()).toContain('The student has no first name. Fill it in and export again.');
  expect(await left.innerText()).toMatch(/users\.csv, line 13/);
  await look(page, '07-roster-read-desktop');

  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: `Invite ${rosa.name}` }).click();
  await page.getByText(`The invitation to ${rosa.name} is on its way to ${rosa.email}.`).waitFor();
  await look(page, '08-people-desktop');
  await own.close();
  await bringIn(stage, cast);
  expect(await stage.mailTo(rosa.email)).toMatchObject([
    { subject: `Your way into Porchlight, ${districtName}` },
  ]);
});

test('the coordinator records a training, and two educators are certified', {
  timeout: 3 * minutes,
}, async () => {
  const own = await stage.visitor('desktop');
  const page = await signIn(stage, own, coordinator.email, '/trainings');
  await page.getByLabel('Name of the training').fill('Home visits, part 1');
  await look(page, '09-record-training-desktop');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('checkbox', { name: rosa.name }).check();
  await page.getByRole('checkbox', { name: chidi.name }).check();
  await page.getByRole('button', { name: 'Certify 2 people' }).click();
  await page.getByText('Saved. 2 people are now certified.').waitFor();
  await look(page, '10-training-desktop');
  await own.close();
  const people = await peopleByEmail(stage.api(admin.email));
  expect([rosa, chidi, coordinator].map(({ email }) => people.get(email)?.certificate?.issuedOn)).toEqual([
    stage.day(0),
    stage.day(0),
    undefined,
  ]);
});

test('an educator invites a family and asks a certified colleague along, whose yes puts the visit into both calendars', {
  timeout: 4 * minutes,
}, async () => {
  const people = await peopleByEmail(stage.api(admin.email));
  visitDay = stage.day(1);
  const own = await stage.visitor('phone');
  const page = await signIn(stage, own, rosa.email);
  await page.getByRole('heading', { name: /^Good (morning|afternoon|evening), Rosa$/ }).waitFor();
  await look(page, '11-today-quiet-phone');
  await inSpanishAndBack(page);
  await page.getByRole('link', { name: /Grade 3, room 12/ }).click();
  await page.getByRole('link', { name: /Mina/ }).waitFor();
  await look(page, '12-class-phone');
  await page.getByRole('link', { name: /Mina/ }).click();
  await page.getByRole('radio', { name: 'In person' }).check();
  await look(page, '13-invite-phone');
  await page.getByRole('button', { name: 'Save the invitation' }).click();
  await page.getByText('Saved: the family is invited.').waitFor();

  const otherTab = await own.newPage();
  await otherTab.goto(page.url());
  await otherTab.getByRole('button', { name: 'They said no, thank you' }).waitFor();
  await page.getByRole('button', { name: 'They said yes' }).click();
  await page.getByText('Saved: the family said yes.').waitFor();
  await otherTab.getByRole('button', { name: 'They said no, thank you' }).click();
  await otherTab.getByText('Someone else changed this a moment ago.').waitFor();
  await look(otherTab, '14-changed-meanwhile-phone');
  await otherTab.close();

  await look(page, '15-accepted-phone');
  await page.getByRole('link', { name: 'Plan the first visit' }).click();
  await page.getByLabel('Who comes with you?').selectOption(people.get(chidi.email)?.personId ?? '');
  await page.getByLabel('Day', { exact: true }).fill(visitDay);
  await page.getByLabel('Time', { exact: true }).fill('16:30');
  await page.getByLabel('How many minutes?').fill('40');
  await page.getByRole('radio', { name: 'At the family’s home' }).check();
  await page.getByText(`${chidi.name}: Certified until`).waitFor();
  await look(page, '16-plan-visit-phone');
  await page.getByRole('button', { name: 'Ask everybody' }).click();
  await page.getByText('Proposed. Everybody you named is asked by mail.').waitFor();
  await look(page, '17-visit-proposed-phone');
  await own.close();

  await sayYes(stage, chidi.email);
  for (const { email } of [rosa, chidi]) {
    const [letter] = await stage.mailTo(email);
    expectVisitInCalendar(letter, visitDay, [rosa, chidi], 'Haddad');
  }
});

test('after the visit it is logged in a minute, and both write their reflection', {
  timeout: 4 * minutes,
}, async () => {
  const own = await stage.visitor('phone');
  const page = await signIn(stage, own, rosa.email, '/today');
  await page.getByText('You have a visit tomorrow').waitFor();
  await look(page, '18-today-visit-tomorrow-phone');
  await travel(page, stage.day(2));
  await page.getByRole('heading', { name: 'Did this visit take place?' }).waitFor();
  await look(page, '19-today-to-log-phone');
  await page.getByRole('link', { name: 'Log this visit' }).click();
  await page.getByRole('checkbox', { name: chidi.name }).waitFor();
  await look(page, '20-log-phone');
  await page.getByRole('button', { name: 'It took place: save' }).click();
  await page.getByText('Logged. Thank you for visiting.').waitFor();
  await look(page, '21-visit-logged-phone');
  await page.getByRole('link', { name: 'Write about Mina' }).first().click();
  await reflect(page, '22-reflection-phone');
  await own.close();

  const colleague = await stage.visitor('phone');
  const theirs = await signIn(stage, colleague, chidi.email, '/today');
  await theirs.getByText('Reflection about Mina').waitFor();
  await look(theirs, '23-today-open-phone');
  await theirs.getByRole('link', { name: 'Write it now' }).click();
  await reflect(theirs, '24-reflection-colleague-phone');
  await colleague.close();
});

test('both send in their pay, the coordinator approves, and payroll has the file, byte for byte', {
  timeout: 5 * minutes,
}, async () => {
  for (const { email } of [rosa, chidi]) {
    const own = await stage.visitor('phone');
    const page = await signIn(stage, own, email, '/my-pay');
    await page.getByText('$20.00', { exact: true }).waitFor();
    if (email === rosa.email) await look(page, '25-my-pay-phone');
    await page.getByRole('button', { name: 'Send for approval' }).click();
    await page.getByText('Sent. Your coordinator will look at it.').waitFor();
    if (email === rosa.email) await look(page, '26-my-pay-sent-phone');
    await own.close();
  }
  const approver = await stage.visitor('desktop');
  const claims = await signIn(stage, approver, coordinator.email, '/claims');
  await claims.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
  await look(claims, '27-claims-desktop');
  await claims.getByRole('button', { name: 'Approve 2 claims, $40.00' }).click();
  await claims.getByText('Approved 2 claims, $40.00.').waitFor();
  await look(claims, '28-claims-approved-desktop');
  await approver.close();

  const clerk = await stage.visitor('desktop');
  const page = await signIn(stage, clerk, payroll.email, '/payroll');
  await page.getByText('2 lines, $40.00 in all.').waitFor();
  await page.getByRole('button', { name: 'Close this period' }).click();
  await page.getByRole('button', { name: 'Yes, close it' }).waitFor();
  await look(page, '29-close-period-desktop');
  await page.getByRole('button', { name: 'Yes, close it' }).click();
  await page.getByText('Closed. The file has 2 lines, $40.00 in all.').waitFor();
  await look(page, '30-period-closed-desktop');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download the file through/ }).click();
  const file = await readFile(await (await arriving).path(), 'utf8');
  await clerk.close();
  expect(file).toBe(await fileOfBoth(stage, cast, visitDay));
});

test('no message was given up on the way, and no page complained', async () => {
  await stage.host.idle();
  expect(stage.faults()).toEqual([]);
});
