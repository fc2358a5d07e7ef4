const streets =
  'street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|boulevard|blvd|terrace|ter|place|pl|way|circle|cir|trail|trl|parkway|pkwy|highway|hwy|loop|row|run|walk|alley|path|pike';
const directions = '(?:\\s+(?:n|s|e|w|ne|nw|se|sw|north|south|east|west))?';

/** What tells an address from the name of a place: a number and a street with nothing before, or a flat in a house. */
const patterns = [
  new RegExp(
    `^#?\\d+\\w?(?:[-/]\\d+)?\\s+(?:(?!on\\b|at\\b)[^\\s,]+\\s+){1,5}(?:${streets})\\b\\.?${directions}\\s*(?:$|[,;#(])`,
  ),
  /^(?:calle|c\/|avenida|av\.?|avda\.?|camino|paseo|calzada|callejon)\s+.*\d/,
  /\b(?:apt|apartment|apto|apartamento|departamento|depto)\b\.?\s*(?:no\.?\s*)?#?\s*\w*\d/,
];

/**
 * True when a text is a street address rather than the name of a place. It may be where somebody lives, and what is
 * written as a place stands in mails and calendars, where no home address ever goes.
 */
export const readsAsAddress = (folded: string): boolean =>
  patterns.some((pattern) => pattern.test(folded.trim()));
