import type { family } from '#shared/locales/en/family.ts';
import type { pay } from '#shared/locales/en/pay.ts';
import type { problem } from '#shared/locales/en/problem.ts';
import type { reflection } from '#shared/locales/en/reflection.ts';
import type { shell } from '#shared/locales/en/shell.ts';
import type { today } from '#shared/locales/en/today.ts';
import type { visit } from '#shared/locales/en/visit.ts';
import type { welcome } from '#shared/locales/en/welcome.ts';

// An unknown key does not compile. One line per area.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      family: typeof family;
      pay: typeof pay;
      problem: typeof problem;
      reflection: typeof reflection;
      shell: typeof shell;
      today: typeof today;
      visit: typeof visit;
      welcome: typeof welcome;
    };
  }
}
