import type { MailedTraining } from '#functions/email/training-words.ts';
import type { MailedVisit } from '#functions/email/visit-words.ts';
import type { DigestContent } from '#shared/domain/reminder/digest.ts';
import type { MemberAnswer } from '#shared/domain/visit/model.ts';
import { ana, ben, familyId, leo, maya, visit, visitId } from '../reminder/records.ts';

export const letterhead = {
  districtName: 'Lakeside Schools',
  postalAddress: 'Lakeside Schools, 100 Example Street, Lakeside, OH 44000',
  webOrigin: 'https://porchlight.example',
};

export const readers = {
  en: { name: 'Ana Ruiz', language: 'en' },
  es: { name: 'Ana Ruiz', language: 'es' },
} as const;

export const firstVisit: MailedVisit = visit({ status: 'scheduled', completedAt: null, actualMinutes: null });

export const libraryVisit: MailedVisit = {
  ...firstVisit,
  type: 'neutral',
  place: 'Lakeside Library, reading room',
  sequence: 2,
  stoodSince: 1,
  students: [
    { studentId: maya, givenName: 'Maya', number: 1 },
    { studentId: leo, givenName: 'Leo', number: 1 },
  ],
};

export const eveningTraining: MailedTraining = {
  trainingId: 'trn_00000000000000000000000001',
  title: 'Home visits, part 1',
  heldOn: '2026-12-08',
  sequence: 0,
  timeZone: 'America/Chicago',
  plan: {
    time: '16:00',
    startsAt: '2026-12-08T22:00:00.000Z',
    minutes: 180,
    place: 'Lakeside Library, reading room',
    seats: 20,
  },
};

export const fullDigest: DigestContent = {
  reflections: [
    { visitId, studentId: maya, givenName: 'Maya', visitDate: '2026-11-03', dueOn: '2026-11-10' },
  ],
  claims: [{ visitId, visitDate: '2026-11-03', dueOn: '2026-11-17', cents: 2849 }],
  secondVisits: [{ familyId, givenNames: ['Maya', 'Leo'], firstOn: '2026-11-03' }],
  lookBacks: [{ visitId, studentId: maya, givenName: 'Maya', visitDate: '2026-11-03' }],
  certificateEnds: null,
  seasonal: true,
};

export const team: readonly { name: string; email: string; personId: string; answer: MemberAnswer }[] = [
  { name: 'Ana Ruiz', email: 'ana.ruiz@lakeside.example', personId: ana, answer: 'yes' },
  { name: 'Ben Okafor', email: 'ben.okafor@lakeside.example', personId: ben, answer: 'yes' },
];
