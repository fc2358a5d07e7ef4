import type { Answer } from '#shared/contract/client.ts';
import { lena, maria, noor, sampleId } from './sample-people.ts';

export const amina = { personId: sampleId('per', 7), name: 'Amina Warsame-Abdirahman' };

export const commonTimes: Answer<'getCommonTimes'> = {
  times: [
    { date: '2026-12-01', time: '16:00', startsAt: '2026-12-01T23:00:00.000Z' },
    { date: '2026-12-01', time: '17:00', startsAt: '2026-12-02T00:00:00.000Z' },
    { date: '2026-12-03', time: '16:30', startsAt: '2026-12-03T23:30:00.000Z' },
    { date: '2026-12-05', time: '10:00', startsAt: '2026-12-05T17:00:00.000Z' },
    { date: '2026-12-08', time: '16:00', startsAt: '2026-12-08T23:00:00.000Z' },
    { date: '2026-12-08', time: '17:00', startsAt: '2026-12-09T00:00:00.000Z' },
    { date: '2026-12-10', time: '16:30', startsAt: '2026-12-10T23:30:00.000Z' },
  ],
  unknown: [{ ...lena }],
  familyUnknown: false,
};

export const noCommonTimes: Answer<'getCommonTimes'> = {
  times: [],
  unknown: [{ ...maria }, { ...noor }],
  familyUnknown: true,
};

export const interpreters: Answer<'listInterpreters'> = {
  items: [
    { ...amina, certificate: null, willing: true, languages: ['so', 'ar'] },
    {
      personId: sampleId('per', 8),
      name: 'Jorge Ibarra',
      certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-20' },
      willing: true,
      languages: ['es'],
    },
  ],
  cursor: null,
};
