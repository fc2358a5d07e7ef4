import type { Answer } from '#shared/contract/client.ts';
import type { Certificate } from '#shared/domain/person/model.ts';
import { addDays } from '#shared/domain/time/zoned.ts';

type Board = Answer<'getSchoolBoard'>;

/** So many days ahead a certificate counts as about to end: the first warning goes out then too. */
const warningDays = 60;

interface Placed {
  readonly personId: string;
  readonly name: string;
  readonly willing: boolean;
  readonly certificate: Certificate | null;
}

/** The staff of a school as its coordinator may see it: who said yes, and everybody else without a difference (CP1). */
export function staffOf(
  staff: readonly Placed[],
  today: string,
): Pick<Board, 'willing' | 'others' | 'expiring'> {
  const willing = staff.filter((one) => one.willing);
  const soon = addDays(today, warningDays);
  return {
    willing,
    others: staff.filter((one) => !one.willing),
    expiring: willing
      .flatMap(({ personId, name, certificate }) =>
        certificate !== null && certificate.expiresOn <= soon
          ? [{ personId, name, expiresOn: certificate.expiresOn }]
          : [],
      )
      .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1)),
  };
}
