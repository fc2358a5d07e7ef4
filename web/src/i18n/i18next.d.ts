import type { announcement } from '#shared/locales/en/announcement.ts';
import type { contact } from '#shared/locales/en/contact.ts';
import type { coordinator } from '#shared/locales/en/coordinator.ts';
import type { district } from '#shared/locales/en/district.ts';
import type { duty } from '#shared/locales/en/duty.ts';
import type { family } from '#shared/locales/en/family.ts';
import type { hopes } from '#shared/locales/en/hopes.ts';
import type { household } from '#shared/locales/en/household.ts';
import type { letters } from '#shared/locales/en/letters.ts';
import type { lists } from '#shared/locales/en/lists.ts';
import type { national } from '#shared/locales/en/national.ts';
import type { part } from '#shared/locales/en/part.ts';
import type { pay } from '#shared/locales/en/pay.ts';
import type { payroll } from '#shared/locales/en/payroll.ts';
import type { places } from '#shared/locales/en/places.ts';
import type { plan } from '#shared/locales/en/plan.ts';
import type { policy } from '#shared/locales/en/policy.ts';
import type { problem } from '#shared/locales/en/problem.ts';
import type { queue } from '#shared/locales/en/queue.ts';
import type { reflection } from '#shared/locales/en/reflection.ts';
import type { request } from '#shared/locales/en/request.ts';
import type { school } from '#shared/locales/en/school.ts';
import type { sensitive } from '#shared/locales/en/sensitive.ts';
import type { shell } from '#shared/locales/en/shell.ts';
import type { today } from '#shared/locales/en/today.ts';
import type { training } from '#shared/locales/en/training.ts';
import type { unsubscribe } from '#shared/locales/en/unsubscribe.ts';
import type { visit } from '#shared/locales/en/visit.ts';
import type { waiting } from '#shared/locales/en/waiting.ts';
import type { welcome } from '#shared/locales/en/welcome.ts';

// An unknown key does not compile. One line per area.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      announcement: typeof announcement;
      contact: typeof contact;
      coordinator: typeof coordinator;
      district: typeof district;
      duty: typeof duty;
      family: typeof family;
      hopes: typeof hopes;
      household: typeof household;
      letters: typeof letters;
      lists: typeof lists;
      national: typeof national;
      part: typeof part;
      pay: typeof pay;
      payroll: typeof payroll;
      places: typeof places;
      plan: typeof plan;
      policy: typeof policy;
      problem: typeof problem;
      queue: typeof queue;
      reflection: typeof reflection;
      request: typeof request;
      school: typeof school;
      sensitive: typeof sensitive;
      shell: typeof shell;
      today: typeof today;
      training: typeof training;
      unsubscribe: typeof unsubscribe;
      visit: typeof visit;
      waiting: typeof waiting;
      welcome: typeof welcome;
    };
  }
}
