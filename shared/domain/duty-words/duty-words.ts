/**
 * Words of duty: visits are voluntary for all, and no text of the program may say or imply otherwise (CP1, I15).
 * People write announcements, notes and letters in either language and mix them, so each text is held against the
 * words of both; what is a word of duty in one is none in the other.
 */

/** One find: where it stands in the text (UTF-16, end excluded), as it is written there. */
export interface DutyWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

interface Rule {
  readonly words: RegExp;
  /** What stands before it, in the same clause, and turns it into its opposite: “no visit is ever required”. */
  readonly unless?: RegExp;
}

const notBefore = '(?<![\\p{L}\\p{N}])';
const notAfter = '(?![\\p{L}\\p{N}])';
const any = (...patterns: readonly string[]): RegExp =>
  new RegExp(`${notBefore}(?:${patterns.join('|')})${notAfter}`, 'giu');

/** `up to` so many words, then the word of duty itself. “Not only” strengthens instead of taking away. */
const after = (words: string, upTo: number): RegExp =>
  new RegExp(
    `${notBefore}(?:${words})(?:\\s+(?!only|just|solo|sólo|solamente)[\\p{L}’']+){0,${upTo}}\\s+$`,
    'iu',
  );

const englishNo =
  "not|never|no|nor|nobody|none|nothing|without|isn['’]t|aren['’]t|don['’]t|doesn['’]t|won['’]t";
const spanishNo = 'no|ni|nunca|jamás|nadie|nada|sin|tampoco|ningún|ninguna|ninguno';

const rules: readonly Rule[] = [
  {
    words: any(
      'required?',
      'requires',
      'requirements?',
      'mandatory',
      'mandate[sd]?',
      'obligat(?:ed|ory|ions?)',
      'obliged',
      'compulsory',
      'quotas?',
      'expected to',
    ),
    unless: after(englishNo, 3),
  },
  { words: any('must', 'overdue', 'not optional', "isn['’]t optional", 'no excuses?', 'failure to') },
  {
    // “If you need to change the time” and “what you need to know” help; “you need to come” commands.
    words: any('(?:have|has|need|needs) to(?! (?:say|share|tell|offer|know))'),
    unless: after(`${englishNo}|if|whenever|when|should`, 3),
  },
  {
    words: any(
      'obligatori[ao]s?',
      'obligatoriamente',
      'obligaci(?:ón|on|ones)',
      'obligad[ao]s?',
      'obliga(?:n|mos)?',
      'requerid[ao]s?',
      'requieren?',
      'requisitos?',
      'exigid[ao]s?',
      'exigen?',
      'exigencias?',
      'forzos[ao]s?',
      'forzosamente',
      'cuotas?',
      'imprescindibles?',
    ),
    unless: after(spanishNo, 3),
  },
  {
    words: any(
      '(?:es|será|son) (?:necesari[ao]s?|preciso)',
      '(?:tiene|tienen|tienes|tenemos|tendrán?) que',
      'hay que',
    ),
    unless: after(`${spanishNo}|si|cuando`, 3),
  },
  // “Se debe a” tells a cause.
  {
    words: any(
      '(?:deben?|debes|debemos|deberán?|deberás|debería[ns]?)(?! a(?:l)? )',
      'no (?:es|son) opcional(?:es)?',
    ),
  },
];

/** Every word of duty in a text, in the order in which they stand. */
export function dutyWordsIn(text: string): DutyWord[] {
  const found = rules.flatMap(({ words, unless }) =>
    [...text.matchAll(words)]
      .filter(({ index }) => unless === undefined || !unless.test(clauseBefore(text, index)))
      .map(({ 0: word, index }) => ({ start: index, end: index + word.length, word })),
  );
  return found
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((one, index, all) => all.slice(0, index).every((earlier) => earlier.end <= one.start));
}

/** A negation reaches no further than its own clause. */
const clauseBefore = (text: string, until: number): string =>
  text
    .slice(0, until)
    .split(/[.!?:;,\n]/)
    .at(-1) ?? '';
