import { createRouter } from '@tanstack/react-router';
import { announcementRoutes } from '../features/announcements/routes.ts';
import { classListRoutes } from '../features/class-lists/routes.ts';
import { classRoutes } from '../features/classes/routes.ts';
import { coordinatorRoutes } from '../features/coordinator/routes.ts';
import { districtRoutes } from '../features/district/routes.ts';
import { familyRoutes } from '../features/families/routes.ts';
import { hopesRoutes } from '../features/hopes/routes.ts';
import { householdRoutes } from '../features/household/routes.ts';
import { letterRoutes } from '../features/letters/routes.ts';
import { payRoutes } from '../features/my-pay/routes.ts';
import { myTrainingRoutes } from '../features/my-trainings/routes.ts';
import { nationalRoutes } from '../features/national/routes.ts';
import { payrollRoutes } from '../features/payroll/routes.ts';
import { queueRoutes } from '../features/queue/routes.ts';
import { reflectionRoutes } from '../features/reflections/routes.ts';
import { schoolBoardRoutes } from '../features/school-board/routes.ts';
import { takingPartRoutes } from '../features/taking-part/routes.ts';
import { todayRoutes } from '../features/today/routes.ts';
import { unsubscribeRoutes } from '../features/unsubscribe/routes.ts';
import { visitRoutes } from '../features/visits/routes.ts';
import { waitingRoutes } from '../features/waiting/routes.ts';
import { UnexpectedInFrame } from './pages/unexpected-page.tsx';
import { openRoutes, ownRoutes, type RouterContext, rootRoute, signedInRoute } from './root-route.tsx';
import { PageOnItsWay } from './shell/page-on-its-way.tsx';

// One line per feature; a feature's own screens are listed in its folder.
const routeTree = rootRoute.addChildren([
  ...openRoutes,
  ...unsubscribeRoutes,
  signedInRoute.addChildren([
    ...ownRoutes,
    ...todayRoutes,
    ...classRoutes,
    ...classListRoutes,
    ...familyRoutes,
    ...queueRoutes,
    ...letterRoutes,
    ...householdRoutes,
    ...visitRoutes,
    ...waitingRoutes,
    ...reflectionRoutes,
    ...hopesRoutes,
    ...payRoutes,
    ...takingPartRoutes,
    ...myTrainingRoutes,
    ...schoolBoardRoutes,
    ...announcementRoutes,
    ...coordinatorRoutes,
    ...districtRoutes,
    ...payrollRoutes,
    ...nationalRoutes,
  ]),
]);

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultErrorComponent: UnexpectedInFrame,
    defaultPendingComponent: PageOnItsWay,
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
