import type { RouteDefinition } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { classListRoutes } from './routes/class-lists.ts';
import { contactRoutes } from './routes/contacts.ts';
import { familyRoutes } from './routes/families.ts';
import { familyLinkRoutes } from './routes/family-links.ts';
import { hopesRoutes } from './routes/hopes.ts';
import { householdRoutes } from './routes/households.ts';
import { letterRoutes } from './routes/letters.ts';
import { nationalRoutes } from './routes/national.ts';
import { openRoutes } from './routes/open.ts';
import { pageRoutes } from './routes/pages.ts';
import { payRoutes } from './routes/pay.ts';
import { peopleRoutes } from './routes/people.ts';
import { preparationRoutes } from './routes/preparation.ts';
import { queueRoutes } from './routes/queue.ts';
import { reflectionRoutes } from './routes/reflections.ts';
import { rosterRoutes } from './routes/roster.ts';
import { schedulingRoutes } from './routes/scheduling.ts';
import { schoolRoutes } from './routes/schools.ts';
import { trainingRoutes } from './routes/trainings.ts';
import { visitRoutes } from './routes/visits.ts';

/**
 * The one table of routes. API Gateway, IAM grants, OpenAPI, the typed client, the local host and the test
 * matrix are all derived from it.
 */
export const routes = {
  ...openRoutes,
  ...accountRoutes,
  ...nationalRoutes,
  ...peopleRoutes,
  ...rosterRoutes,
  ...classListRoutes,
  ...trainingRoutes,
  ...familyRoutes,
  ...queueRoutes,
  ...letterRoutes,
  ...householdRoutes,
  ...familyLinkRoutes,
  ...visitRoutes,
  ...schoolRoutes,
  ...reflectionRoutes,
  ...preparationRoutes,
  ...hopesRoutes,
  ...contactRoutes,
  ...schedulingRoutes,
  ...pageRoutes,
  ...payRoutes,
} as const;

export type Routes = typeof routes;
export type RouteId = keyof Routes;

/** Every route with its id, as plain definitions. */
export const routeList: readonly (RouteDefinition & { readonly id: RouteId })[] = (
  Object.entries(routes) as [RouteId, RouteDefinition][]
).map(([id, definition]) => ({ id, ...definition }));
