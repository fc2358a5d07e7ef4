import type { FamilyView, FamilyVisit } from '#shared/contract/family-view.ts';

const visit: FamilyVisit = {
  visitId: 'vis_00000000000000000000000001',
  status: 'scheduled',
  startsAt: '2026-10-01T21:30:00.000Z',
  minutes: 40,
  timeZone: 'America/Chicago',
  localDate: '2026-10-01',
  type: 'neutral',
  place: 'City library, reading room on the second floor',
  sequence: 1,
  confirmedAt: null,
  otherTimeAskedAt: null,
  team: ['Lea Lead', 'Wolfeschlegelsteinhausenbergerdorff-Okonkwo, María del Carmen'],
  children: ['Uma', 'Vic'],
  feedback: null,
};

/** A family that was asked and has not answered. */
export const asked: FamilyView = {
  district: 'Maple County Schools',
  schools: ['Oak Street School', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch School'],
  year: '2026-27',
  children: ['Uma', 'Vic'],
  language: null,
  doNotContact: false,
  status: 'invited',
  invitedBy: 'Lea Lead',
  wishes: null,
  kinds: ['home', 'neutral', 'virtual'],
  ahead: [],
  begun: [],
  calledOff: [],
  past: [],
  hopes: [],
  kept: {
    adult: { name: 'Gia Guardian', email: 'gia.guardian@home.example', phone: null },
    announcementsStopped: false,
    otherAdults: 1,
    visits: 2,
    feedback: 1,
    wants: 0,
    hopes: 1,
    contacts: 3,
    letters: 4,
  },
};
const wishes: FamilyView['wishes'] = {
  times: [
    { weekday: 1, from: '17:00', until: '20:00' },
    { weekday: 6, from: '09:00', until: '17:00' },
  ],
  type: 'neutral',
  place: 'City library',
  interpreter: 'so',
  note: 'After six in winter, please.\nThe little one sleeps at noon.',
  at: '2026-09-20T15:00:00.000Z',
};
const accepted: FamilyView = { ...asked, status: 'accepted', wishes };

/** Every state a family's page can be in, by name. */
export const familyStates = {
  asked,
  accepted,
  declined: { ...asked, status: 'declined' },
  calledOff: { ...asked, status: 'declined', calledOff: [visit] },
  withoutNews: { ...accepted, kept: { ...accepted.kept, announcementsStopped: true } },
  stopped: { ...asked, status: 'declined', doNotContact: true },
  arranging: { ...accepted, ahead: [{ ...visit, status: 'proposed' }] },
  scheduled: { ...accepted, ahead: [{ ...visit, otherTimeAskedAt: '2026-09-25T15:00:00.000Z' }] },
  begun: { ...accepted, begun: [visit] },
  visited: {
    ...accepted,
    past: [
      { ...visit, status: 'completed' },
      {
        ...visit,
        visitId: 'vis_00000000000000000000000002',
        status: 'closed',
        confirmedAt: '2026-08-20T15:00:00.000Z',
        feedback: { how: 'good', words: 'We talked about <bridges> & “boats”.' },
      },
    ],
    hopes: [
      {
        studentId: 'stu_00000000000000000000000001',
        child: 'Uma',
        status: 'shared',
        words: 'Wants to build bridges.\nHer grandmother hopes that she keeps reading Somali.',
      },
      { studentId: 'stu_00000000000000000000000002', child: 'Vic', status: 'withdrawn', words: '' },
    ],
  },
} as const satisfies Record<string, FamilyView>;
