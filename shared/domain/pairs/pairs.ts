import type { FreeTime } from '../time/free-times.ts';

/** A first visit takes 30 to 40 minutes, and there is the way: shorter stretches hold none. */
const shortestShared = 45;

export interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly freeTimes: readonly FreeTime[];
}

/** Two colleagues who could go together, and what speaks for it. */
export interface Pair<C extends Colleague = Colleague> {
  readonly people: readonly [C, C];
  /** Stretches of the week in which both are usually free, in order. */
  readonly shared: readonly FreeTime[];
  /** Languages that one of them or both speak besides English, sorted. */
  readonly languages: readonly string[];
}

export interface PairWish {
  /** Only pairs that are both free on this weekday (1 is Monday). */
  readonly weekday?: number | undefined;
  /** Only pairs of which one speaks this language. */
  readonly language?: string | undefined;
  /** Only pairs with this person. */
  readonly personId?: string | undefined;
}

/**
 * Every pair with time in common, best first: free on more days of the week, then for longer, then with more
 * languages between them, then by name. Nobody is assigned: it is a list of whom one could ask (CP1).
 */
export function pairsOf<C extends Colleague>(colleagues: readonly C[], wish: PairWish = {}): Pair<C>[] {
  const week = colleagues.map((one) => ({ one, times: joined(one.freeTimes) }));
  return week
    .flatMap((first, index) => week.slice(index + 1).map((second) => ({ first, second })))
    .filter(({ first, second }) => isWished(first.one, second.one, wish))
    .map(
      ({ first, second }): Pair<C> => ({
        people: [first.one, second.one],
        shared: sharedOf(first.times, second.times),
        languages: [...new Set([...first.one.languages, ...second.one.languages])].sort(),
      }),
    )
    .filter(({ shared }) =>
      wish.weekday === undefined ? shared.length > 0 : shared.some(({ weekday }) => weekday === wish.weekday),
    )
    .sort(byWhatSpeaksForIt);
}

function isWished(one: Colleague, other: Colleague, { language, personId }: PairWish): boolean {
  const speaks = [...one.languages, ...other.languages];
  return (
    (personId === undefined || one.personId === personId || other.personId === personId) &&
    (language === undefined || speaks.includes(language))
  );
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const inOrder = (one: FreeTime, other: FreeTime): number =>
  one.weekday - other.weekday || (one.from < other.from ? -1 : 1);
const later = (one: string, other: string): string => (one > other ? one : other);

/** Stretches that touch or overlap are one. */
function joined(times: readonly FreeTime[]): FreeTime[] {
  const whole: FreeTime[] = [];
  for (const time of [...times].sort(inOrder)) {
    const last = whole.at(-1);
    if (last !== undefined && last.weekday === time.weekday && time.from <= last.until)
      whole[whole.length - 1] = { ...last, until: later(last.until, time.until) };
    else whole.push(time);
  }
  return whole;
}

function sharedOf(one: readonly FreeTime[], other: readonly FreeTime[]): FreeTime[] {
  return one
    .flatMap((mine) =>
      other
        .filter(({ weekday }) => weekday === mine.weekday)
        .map((theirs) => ({
          weekday: mine.weekday,
          from: later(mine.from, theirs.from),
          until: mine.until < theirs.until ? mine.until : theirs.until,
        })),
    )
    .filter(({ from, until }) => minuteOf(until) - minuteOf(from) >= shortestShared)
    .sort(inOrder);
}

function byWhatSpeaksForIt(one: Pair, other: Pair): number {
  const days = ({ shared }: Pair) => new Set(shared.map(({ weekday }) => weekday)).size;
  const minutes = ({ shared }: Pair) =>
    shared.reduce((sum, { from, until }) => sum + minuteOf(until) - minuteOf(from), 0);
  const names = ({ people }: Pair) => people.map(({ name }) => name).join(' ');
  return (
    days(other) - days(one) ||
    minutes(other) - minutes(one) ||
    other.languages.length - one.languages.length ||
    (names(one) < names(other) ? -1 : 1)
  );
}
