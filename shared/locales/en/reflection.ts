/** One's own reflection after a visit. It asks for hopes and for one next step, and for nothing else. */
export const reflection = {
  title: 'Reflection about {{name}}',
  lead: 'Only you can read these words.',
  hopes: 'What did you learn about the family’s hopes and dreams for {{name}}?',
  hopesHelp: 'In your own words. You may leave this empty.',
  apply: 'What is one thing you will try in class because of this visit?',
  applyHelp: 'Small is good: a greeting, a book, a way to call home.',
  leaveOut:
    'Write about hopes and strengths. Please leave out health, religion, politics, money, family troubles, and anything the family would not want written down.',
  save: 'Save my reflection',
  saveAgain: 'Save my changes',
  error: 'Write one thing you will try in class',
  versions_one: 'Saved once. When you change it, what you wrote before is kept.',
  versions_other: 'Saved {{count}} times. When you change it, what you wrote before is kept.',
  due: 'Please write it by {{day}}.',
  leave: 'You have words here that are not saved. Leave anyway?',
} as const;
