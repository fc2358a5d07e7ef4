import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const visitRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId',
    loader: ({ context, params }) => {
      context.readAhead('getVisit', { params });
      return words('visit', 'today', 'pay')();
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
] as const;
