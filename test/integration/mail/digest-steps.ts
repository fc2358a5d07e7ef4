import type { MailJob } from '#functions/app/mail/jobs.ts';
import { districtA, policyWith } from '#test/support/district.ts';
import type { Engine } from '#test/support/engine.ts';
import { type MailScene, openMail } from '#test/support/mail-scene.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { visited } from '#test/support/visit-steps.ts';

/** The first visit is on Thursday, 1 October 2026. Its reflection is due on the 8th, 07:00 in Chicago is 12:00 UTC. */
export const reflectionDue = '2026-10-08T12:00:00.000Z';

export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** A household has been visited for the first time, and nothing was done about it since. */
export async function afterFirstVisit(engine: Engine, settings = policyWith()) {
  const scene = await openScene(engine, settings);
  const mail = await openMail(scene);
  const visit = await visited(scene);
  return { scene, mail, visit };
}

export const leadsJob: MailJob = {
  kind: 'digest',
  districtId: districtA,
  personId: people.lead.personId,
};

/** Subjects of what one person got, oldest first. */
export const subjects = async (mail: MailScene, to = 'lead@maple.example') =>
  (await mail.inbox())
    .filter((one) => one.to === to)
    .map((one) => one.mail.subject)
    .reverse();

/** A person's reminders of one rule as they are stored, by occurrence. */
export const reminders = async (scene: Scene, rule: string, who: { personId: string } = people.lead) =>
  (await scene.items('reminder'))
    .map(({ data }) => data)
    .filter((data) => data['rule'] === rule && data['personId'] === who.personId)
    .sort((one, other) => Number(one['occurrence']) - Number(other['occurrence']));
