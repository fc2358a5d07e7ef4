/** The page behind the link at the foot of a mail with seasonal prompts. */
export const unsubscribe = {
  title: 'Stop seasonal prompts?',
  body: 'Porchlight will no longer remind you of the season for second visits, nor ask how it went in class. Mail about your visits and your pay goes on.',
  stop: 'Stop the prompts',
  doneTitle: 'The prompts have stopped',
  done: 'You will get no more seasonal prompts. Thank you for your visits.',
  incomplete: 'This link is not complete. Open it again from the mail, or copy all of it.',
} as const;
