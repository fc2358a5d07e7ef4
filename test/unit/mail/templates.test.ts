import { describe, expect, it } from 'vitest';
import type { RenderedMail } from '#functions/email/blocks.ts';
import { familyAnnouncement } from '#functions/email/messages/family-announcement.ts';
import { familyInvited } from '#functions/email/messages/family-invited.ts';
import {
  familyVisitCancelled,
  familyVisitConfirm,
  familyVisitScheduled,
} from '#functions/email/messages/family-visit.ts';
import { personInvited } from '#functions/email/messages/person-invited.ts';
import { reminderDigest } from '#functions/email/messages/reminder-digest.ts';
import { trainingNews } from '#functions/email/messages/training-news.ts';
import { visitCancelled } from '#functions/email/messages/visit-cancelled.ts';
import { visitDeclined } from '#functions/email/messages/visit-declined.ts';
import { visitLateDecided } from '#functions/email/messages/visit-late-decided.ts';
import { visitLeft } from '#functions/email/messages/visit-left.ts';
import { visitOtherTime } from '#functions/email/messages/visit-other-time.ts';
import { visitProposed } from '#functions/email/messages/visit-proposed.ts';
import { visitScheduled } from '#functions/email/messages/visit-scheduled.ts';
import type { MailedVisit } from '#functions/email/visit-words.ts';
import { eveningTraining, firstVisit, fullDigest, letterhead, libraryVisit, readers } from './examples.ts';

const withoutBen: MailedVisit = {
  ...firstVisit,
  status: 'proposed',
  team: firstVisit.team.map((member) =>
    member.name === 'Ben Okafor' ? { ...member, answer: 'no' } : member,
  ),
};
const unsubscribe = 't_0.per_0.secret';
const familyPage = 'https://porchlight.example/f/t_0.fam_0.secret';
const announced = {
  subject: 'Home visits begin again',
  body: 'This fall our educators would like to meet you.\n\nAt home, or anywhere you like.',
};
const messages: Record<string, (reader: (typeof readers)['en' | 'es']) => RenderedMail> = {
  'person-invited': (reader) => personInvited({ reader, letterhead }),
  'visit-proposed': (reader) =>
    visitProposed({ reader, letterhead, visit: { ...firstVisit, status: 'proposed' }, answer: 'asked' }),
  'visit-proposed-waiting': (reader) =>
    visitProposed({ reader, letterhead, visit: { ...firstVisit, status: 'proposed' }, answer: 'yes' }),
  'visit-declined': (reader) => visitDeclined({ reader, letterhead, visit: withoutBen, name: 'Ben Okafor' }),
  'visit-declined-stands': (reader) =>
    visitDeclined({ reader, letterhead, visit: firstVisit, name: 'Cy Adeyemi' }),
  'visit-left': (reader) => visitLeft({ reader, letterhead, visit: firstVisit }),
  'visit-scheduled': (reader) => visitScheduled({ reader, letterhead, visit: firstVisit }),
  'visit-changed': (reader) => visitScheduled({ reader, letterhead, visit: libraryVisit }),
  'visit-cancelled': (reader) => visitCancelled({ reader, letterhead, visit: firstVisit }),
  'visit-other-time': (reader) => visitOtherTime({ reader, letterhead, visit: firstVisit }),
  'visit-late-approved': (reader) =>
    visitLateDecided({ reader, letterhead, visit: { ...firstVisit, status: 'completed' } }),
  'visit-late-refused': (reader) =>
    visitLateDecided({ reader, letterhead, visit: { ...firstVisit, status: 'cancelled' } }),
  'family-announcement': (reader) => familyAnnouncement({ reader, letterhead, words: announced, familyPage }),
  'family-invited': (reader) =>
    familyInvited({
      reader,
      letterhead,
      schools: ['Oak Street School'],
      children: ['Maya', 'Leo'],
      familyPage,
    }),
  'family-visit-scheduled': (reader) =>
    familyVisitScheduled({
      reader,
      letterhead,
      visit: { ...firstVisit, sequence: 3, stoodSince: 3 },
      familyPage,
    }),
  'family-visit-changed': (reader) =>
    familyVisitScheduled({ reader, letterhead, visit: libraryVisit, familyPage }),
  'family-visit-cancelled': (reader) =>
    familyVisitCancelled({ reader, letterhead, visit: firstVisit, familyPage }),
  'family-visit-confirm': (reader) =>
    familyVisitConfirm({ reader, letterhead, visit: firstVisit, familyPage }),
  'training-seat': (reader) => trainingNews({ reader, letterhead, training: eveningTraining, news: 'seat' }),
  'training-waited-in-vain': (reader) =>
    trainingNews({ reader, letterhead, training: eveningTraining, news: 'waitedInVain' }),
  'training-cancelled': (reader) =>
    trainingNews({ reader, letterhead, training: eveningTraining, news: 'cancelled' }),
  'reminder-digest': (reader) => reminderDigest({ reader, letterhead, content: fullDigest, unsubscribe }),
};
const all = Object.entries(messages).flatMap(([name, write]) =>
  Object.values(readers).map((reader) => ({ name, language: reader.language, mail: write(reader) })),
);

describe.each(all)('$name in $language', ({ name, language, mail }) => {
  it('reads as it was agreed', async () => {
    const golden = `./golden/${name}.${language}`;
    await expect(`Subject: ${mail.subject}\n\n${mail.text}`).toMatchFileSnapshot(`${golden}.txt`);
    await expect(mail.html).toMatchFileSnapshot(`${golden}.html`);
  });

  it('says the same in plain text as in HTML', () => {
    const words = (text: string) =>
      text
        .replace(/https?:\S+/g, ' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}$]+/u)
        .filter((word) => word.length > 2);
    const shown = mail.html.replace(/<title>.*<\/title>/, '').replace(/<[^>]*>/g, ' ');
    expect(new Set(words(mail.text))).toEqual(new Set(words(shown)));
  });

  it('names the sender’s postal address and leads only to the web app', () => {
    const hrefs = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(mail.text).toContain(letterhead.postalAddress);
    expect(mail.html).toContain(letterhead.postalAddress);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter((href) => !href.startsWith('https://porchlight.example/'))).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    expect(mail.html).not.toMatch(/<(img|script|link|iframe|style)\b|url\(/i);
  });

  it('leaves no blank unfilled', () => {
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/\{\{|undefined|\[object|NaN/);
  });
});

describe('what a mail never does', () => {
  const nasty = '<script>alert(1)</script> & "Sons" $t(layout.team) {{district}}';

  it('lets a name become markup, or part of the catalogue', () => {
    const mail = visitScheduled({
      reader: { name: nasty, language: 'en' },
      letterhead,
      visit: { ...firstVisit, type: 'neutral', place: nasty },
    });
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sons&quot;');
    expect(mail.text).toContain(nasty);
  });

  it('locates the family’s home, even when a place was left in the record', () => {
    const mail = visitScheduled({
      reader: readers.en,
      letterhead,
      visit: { ...firstVisit, type: 'home', place: '12 Elm Street' },
    });
    expect(`${mail.subject}${mail.html}${mail.text}`).not.toContain('12 Elm Street');
    expect(mail.text).toContain('at the family’s home');
  });

  it('offers to switch off what is owed or paid (I37)', () => {
    const content = {
      ...fullDigest,
      secondVisits: [],
      lookBacks: [],
      certificateEnds: '2026-12-10',
      seasonal: false,
    };
    const mail = reminderDigest({ reader: readers.en, letterhead, content, unsubscribe });
    expect(`${mail.html}${mail.text}`).not.toContain('/unsubscribe');
  });

  it.each([
    [
      'a reflection',
      { claims: [], secondVisits: [], lookBacks: [] },
      'A reflection is waiting for your words',
    ],
    ['a claim', { reflections: [], secondVisits: [], lookBacks: [] }, 'A visit is ready for your pay claim'],
    ['second visits', { reflections: [], claims: [], lookBacks: [] }, 'It is the season for second visits'],
    ['looking back', { reflections: [], claims: [], secondVisits: [] }, 'How did it go in class?'],
    ['several things', {}, 'Your visits: a few things are waiting'],
  ])('names a family in the subject of a digest: %s', (_case, changes, subject) => {
    const content = { ...fullDigest, ...changes };
    expect(reminderDigest({ reader: readers.en, letterhead, content, unsubscribe }).subject).toBe(subject);
  });
});
