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
/** Patterns are written without accents, as texts are read. Between two words there may be any space or line break. */
const any = (...patterns: readonly string[]): RegExp =>
  new RegExp(`${notBefore}(?:${patterns.join('|').replaceAll(' ', '\\s+')})${notAfter}`, 'giu');

/** `up to` so many words, then the word of duty itself. “Not only” strengthens instead of taking away. */
const after = (words: string, upTo: number): RegExp =>
  new RegExp(`${notBefore}(?:${words})(?:\\s+(?!only|just|solo|solamente)[\\p{L}’']+){0,${upTo}}\\s+$`, 'iu');

const englishNo =
  "not|never|no|nor|nobody|none|nothing|without|isn['’]t|aren['’]t|don['’]t|doesn['’]t|won['’]t";
const spanishNo = 'no|ni|nunca|jamas|nadie|nada|sin|tampoco|ningun|ninguna|ninguno';

const allRules = (): readonly Rule[] => [
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
      '(?:expected|supposed|forced) to',
      'your duty',
    ),
    unless: after(englishNo, 3),
  },
  { words: any('must', 'overdue', 'not optional', "isn['’]t optional", 'no excuses?', 'failure to') },
  {
    // “If you need to change the time” and “what you need to know” help; “you need to come” commands.
    words: any('(?:have|has|need|needs|ought|got) to(?! (?:say|share|tell|offer|know))'),
    unless: after(`${englishNo}|if|whenever|when|should`, 3),
  },
  {
    words: any(
      'obligatori[ao]s?',
      'obligatoriamente',
      'obligacion(?:es)?',
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
      'mandatori[ao]s?',
      '(?:su|tu|nuestro) deber',
    ),
    unless: after(spanishNo, 3),
  },
  {
    words: any(
      '(?:es|sera|son) (?:necesari[ao]s?|preciso)',
      '(?:tiene|tienen|tienes|tenemos|tendran?)(?: ustedes| usted)? que',
      '(?:hay|habra) que',
    ),
    unless: after(`${spanishNo}|si|cuando`, 3),
  },
  // “Se debe a” tells a cause.
  {
    words: any(
      '(?:deben?|debes|debemos|deberan?|deberas|deberia[ns]?)(?! a(?:l)? )',
      'no (?:es|son) opcional(?:es)?',
    ),
  },
];

/** Made for the first text that is read, not at the start of each function that may come to read one. */
let rules: readonly Rule[] | undefined;

/** Every word of duty in a text, in the order in which they stand. */
export function dutyWordsIn(text: string): DutyWord[] {
  rules ??= allRules();
  const read = asRead(text);
  const found = rules.flatMap(({ words, unless }) =>
    [...read.plain.matchAll(words)]
      .filter(({ index }) => unless === undefined || !unless.test(clauseBefore(read.plain, index)))
      .map(({ 0: word, index }) => {
        const [start, end] = [read.starts[index] ?? 0, read.ends[index + word.length - 1] ?? text.length];
        return { start, end, word: text.slice(start, end) };
      }),
  );
  return found
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((one, index, all) => all.slice(0, index).every((earlier) => earlier.end <= one.start));
}

/**
 * The text as a reader takes it in, whatever was typed or pasted: letters without accents, in one width, and nothing
 * that cannot be seen between them. Beside each of its characters stands where that begins and ends in the text.
 */
function asRead(text: string): { plain: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    const seen = character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
    const end = at + character.length;
    // An accent that is a character of its own belongs to the letter before it.
    if (seen === '' && /\p{M}/u.test(character) && ends.length > 0) ends[ends.length - 1] = end;
    for (let index = 0; index < seen.length; index += 1) {
      starts.push(at);
      ends.push(end);
    }
    plain += seen;
    at = end;
  }
  return { plain, starts, ends };
}

/** A negation reaches no further than its own clause. */
const clauseBefore = (text: string, until: number): string =>
  text
    .slice(0, until)
    .split(/[.!?:;,\n]/)
    .at(-1) ?? '';
