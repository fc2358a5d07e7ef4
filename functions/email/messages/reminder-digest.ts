import { formatCents } from '#shared/domain/money/cents.ts';
import type { DigestContent } from '#shared/domain/reminder/digest.ts';
import type { Block, RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords, namesInWords } from '../local-words.ts';
import type { Say } from '../words.ts';

interface DigestData {
  readonly reader: Reader;
  readonly letterhead: Letterhead;
  readonly content: DigestContent;
  /** The reader's unsubscribe link; used only when the digest holds a seasonal prompt (I37). */
  readonly unsubscribe: string | null;
}

/** A digest about one kind of thing says so in its subject. */
function subjectOf(
  { reflections, claims, secondVisits, lookBacks, certificateEnds }: DigestContent,
  say: Say,
): string {
  const subjects = [
    [reflections.length, say('digest.subjectReflection')],
    [claims.length, say('digest.subjectClaim')],
    [secondVisits.length, say('digest.subjectSecond')],
    [lookBacks.length, say('digest.subjectLookBack')],
    [certificateEnds === null ? 0 : 1, say('digest.subjectCertificate')],
  ] as const;
  const [only, ...others] = subjects.filter(([count]) => count > 0);
  return only !== undefined && others.length === 0 ? only[1] : say('digest.subjectSeveral');
}

function lists({ reader, letterhead, content }: DigestData, say: Say): Block[] {
  const { webOrigin } = letterhead;
  const day = (date: string) => dayInWords(date, reader.language);
  const all = [
    {
      heading: say('digest.reflections'),
      items: content.reflections.map(({ givenName, visitDate, visitId, studentId, dueOn }) => ({
        text: `${say('digest.reflection', { name: givenName, day: day(visitDate) })}. ${say('digest.reflectionDue', { due: day(dueOn) })}`,
        href: links.reflection(webOrigin, visitId, studentId),
      })),
      note: say('digest.reflectionNote'),
    },
    {
      heading: say('digest.claims'),
      items: content.claims.map(({ visitDate, visitId, cents, dueOn }) => ({
        text: `${say('digest.claim', { day: day(visitDate), amount: formatCents(cents) })}. ${say('digest.claimDue', { due: day(dueOn) })}`,
        href: links.visit(webOrigin, visitId),
      })),
      note: say('digest.claimNote'),
    },
    {
      heading: say('digest.secondVisits'),
      items: content.secondVisits.map(({ familyId, givenNames, firstOn }) => ({
        text: say('digest.secondVisit', {
          names: namesInWords(givenNames, reader.language),
          day: day(firstOn),
        }),
        href: links.family(webOrigin, familyId),
      })),
      note: say('digest.secondVisitNote'),
    },
    {
      heading: say('digest.lookBacks'),
      items: content.lookBacks.map(({ givenName, visitDate, visitId, studentId }) => ({
        text: say('digest.lookBack', { name: givenName, day: day(visitDate) }),
        href: links.lookBack(webOrigin, visitId, studentId),
      })),
      note: say('digest.lookBackNote'),
    },
    {
      heading: say('digest.certificate'),
      items:
        content.certificateEnds === null
          ? []
          : [
              {
                text: say('digest.certificateEnds', { day: day(content.certificateEnds) }),
                href: links.myTrainings(webOrigin),
              },
            ],
      note: say('digest.certificateNote'),
    },
  ];
  return all.filter(({ items }) => items.length > 0).map((list) => ({ kind: 'list', ...list }));
}

/** What waits for one person on one day, all of it in one mail (I36). Names no reflection's words and no address. */
export function reminderDigest(data: DigestData): RenderedMail {
  const { reader, letterhead, content, unsubscribe } = data;
  return compose(reader, letterhead, (say) => ({
    subject: subjectOf(content, say),
    heading: say('digest.heading'),
    blocks: [
      { kind: 'paragraph', text: say('digest.intro') },
      ...lists(data, say),
      { kind: 'button', label: say('digest.button'), href: links.today(letterhead.webOrigin) },
    ],
    unsubscribeUrl:
      content.seasonal && unsubscribe ? links.unsubscribePage(letterhead.webOrigin, unsubscribe) : null,
  }));
}
