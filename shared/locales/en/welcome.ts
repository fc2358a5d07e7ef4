/** The door of the house, before the sign-in. */
export const welcome = {
  title: 'Good visits start with a light left on',
  body: 'Porchlight helps educators and families meet at home: invite, plan, visit, reflect. It takes care of the calendar and the pay.',
  noAccount: 'No account yet? Your site coordinator can invite you.',
} as const;
