/** What a page says while somebody writes words that sound like a duty. */
export const duty = {
  found_one: '“{{words}}” sounds like a duty.',
  found_other: 'These words sound like a duty: {{words}}.',
  practice: 'Core practice 1: visits are voluntary for all, and arranged in advance.',
  instead: 'Try words of welcome: “you are invited”, “if you would like”, “a no is fine”.',
} as const;
