import type { problem } from '#shared/locales/en/problem.ts';
import type { shell } from '#shared/locales/en/shell.ts';
import type { today } from '#shared/locales/en/today.ts';
import type { welcome } from '#shared/locales/en/welcome.ts';

// An unknown key does not compile. One line per area.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      problem: typeof problem;
      shell: typeof shell;
      today: typeof today;
      welcome: typeof welcome;
    };
  }
}
