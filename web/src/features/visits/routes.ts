import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const visitRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId',
    loader: ({ context, params }) => {
      context.readAhead('getVisit', { params });
      return words('visit', 'request', 'today', 'pay', 'hopes', 'sensitive')();
    },
    component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/log',
    loader: words('visit', 'today'),
    component: lazyRouteComponent(() => import('./log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/cancel',
    loader: words('visit', 'today'),
    component: lazyRouteComponent(() => import('./cancel-page.tsx'), 'CancelPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/change',
    loader: words('plan', 'visit', 'today', 'duty'),
    component: lazyRouteComponent(() => import('./change-page.tsx'), 'ChangePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/late',
    loader: words('plan', 'visit', 'today'),
    component: lazyRouteComponent(() => import('./late-page.tsx'), 'LatePage'),
  }),
] as const;
