/** A gentle note where somebody writes freely about a family. It blocks nothing. */
export const sensitive = {
  note: '“{{words}}” may touch what families are asked to keep to themselves: {{areas}}. If it is not needed, leave it out.',
  area: {
    politics: 'politics',
    mental_health: 'mental health',
    sexuality: 'sexuality',
    law: 'trouble with the law',
    family_criticism: 'judging family members',
    privileged: 'what was said to a doctor, lawyer or minister',
    religion: 'religion',
    income: 'income',
  },
} as const;
