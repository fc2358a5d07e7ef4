/**
 * The eight protected areas of the Protection of Pupil Rights Amendment (20 U.S.C. 1232h(b), 34 CFR 98.4). No form of
 * the program asks about them; where people write freely, a note reminds them when a word touches one. It is a help and
 * never a lock: the same word may be harmless, so nothing is refused, kept or counted.
 */
export const protectedAreas = [
  'politics',
  'mental_health',
  'sexuality',
  'law',
  'family_criticism',
  'privileged',
  'religion',
  'income',
] as const;
export type ProtectedArea = (typeof protectedAreas)[number];

/** Whole words and beginnings of words (`*`) of both languages: people write in either and mix them. */
const words: Readonly<Record<ProtectedArea, readonly string[]>> = {
  politics: [
    'republicans?',
    'democrats?',
    'political*',
    'vot(?:e|es|ed|ing) for',
    'elections?',
    'immigration status',
    'republican[oa]s?',
    'demócratas?',
    'político partido',
    'partido político',
    'votó por',
    'elecciones',
    'estatus migratorio',
  ],
  mental_health: [
    'depress(?:ed|ion)',
    'anxiety',
    'adhd',
    'autis(?:m|tic)',
    'bipolar',
    'trauma*',
    'suicid*',
    'psychiatr*',
    'psycholog*',
    'mental health',
    'therap(?:y|ist|ists)',
    'diagnos(?:is|ed)',
    'medications?',
    'depresi(?:ón|vo|va)',
    'ansiedad',
    'tdah',
    'autista',
    'psiquiatr*',
    'psicólog*',
    'psicolog*',
    'salud mental',
    'terapia',
    'terapeuta',
    'diagnóstico',
    'medicamentos?',
  ],
  sexuality: [
    'sexual*',
    'pregnan(?:t|cy)',
    'gay',
    'lesbian',
    'transgender',
    'embaraz(?:o|ada)',
    'lesbiana',
    'transgénero',
  ],
  law: [
    'arrest(?:s|ed)?',
    'jail',
    'prison',
    'probation',
    'police (?:came|report|record)',
    'called the police',
    'llamó a la policía',
    'llegó la policía',
    'gangs?',
    'stole',
    'drugs?',
    'drunk',
    'alcohol*',
    'undocumented',
    'deport*',
    'abus(?:e|ed|ive)',
    'arrest(?:ado|ada|aron|o)',
    'cárcel',
    'prisión',
    'pandillas?',
    'drogas?',
    'borrach[oa]',
    'indocumentad*',
    'maltrato',
    'abuso',
  ],
  family_criticism: [
    'bad (?:mother|father|parents?|mom|dad)',
    'divorc*',
    'custody',
    'affair',
    'neglect(?:s|ed|ful)?',
    'lazy (?:mother|father|parents?|mom|dad)',
    'mal(?:[oa]s?)? (?:madre|padre|padres|mamá|papá)',
    'custodia',
    'negligente',
  ],
  // “She wants to be a doctor” is a hope; “their doctor” is a relationship the law protects.
  privileged: [
    '(?:their|her|his|family) (?:lawyer|attorney|doctor|pastor|priest|minister)s?',
    '(?:lawyer|attorney|doctor|pastor|priest) (?:said|says|told|thinks|called)',
    '(?:su|sus) (?:abogad[oa]|médic[oa]|doctora?|pastor|sacerdote)s?',
    '(?:abogad[oa]|médic[oa]|doctora?|pastor|sacerdote) (?:dijo|dice|cree|llamó)',
  ],
  religion: [
    'religi*',
    'church(?:es)?',
    'mosque',
    'temple',
    'synagogue',
    'muslims?',
    'christians?',
    'catholics?',
    'jewish',
    'pray(?:s|ed|er|ers|ing)?',
    'bible',
    'quran',
    'iglesias?',
    'mezquita',
    'sinagoga',
    'musulman*',
    'cristian[oa]s?',
    'católic[oa]s?',
    'jud(?:ío|ía)s?',
    'rez(?:a|an|ar|ó)',
    'biblia',
    'corán',
  ],
  income: [
    'income',
    'salary',
    'wages?',
    'poor family',
    'poverty',
    'food stamps',
    'snap benefits',
    'welfare',
    'evict(?:ed|ion)',
    'homeless*',
    'rent money',
    'unemployed',
    'ingresos',
    'salario',
    'sueldo',
    'pobreza',
    'familia pobre',
    'cupones de alimentos',
    'desaloj*',
    'desemplead[oa]s?',
  ],
};

const notBefore = '(?<![\\p{L}\\p{N}])';
const notAfter = '(?![\\p{L}\\p{N}])';
const finders = protectedAreas.map((area) => ({
  area,
  finder: new RegExp(
    `${notBefore}(?:${words[area].map((word) => word.replace(/\*$/u, '\\p{L}*')).join('|')})${notAfter}`,
    'iu',
  ),
}));

/** One area that a text seems to touch, and the word by which it was found. */
export interface TouchedArea {
  readonly area: ProtectedArea;
  readonly word: string;
}

/** The protected areas that a text seems to touch, each once. */
export function protectedAreasIn(text: string): TouchedArea[] {
  return finders.flatMap(({ area, finder }) => {
    const word = finder.exec(text)?.[0];
    return word === undefined ? [] : [{ area, word }];
  });
}
