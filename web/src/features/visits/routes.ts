import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
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
    component: lazyPage(() => import('./visit-page.tsx'), 'VisitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/log',
    loader: words('visit', 'today'),
    component: lazyPage(() => import('./log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/cancel',
    loader: words('visit', 'today'),
    component: lazyPage(() => import('./cancel-page.tsx'), 'CancelPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/change',
    loader: words('plan', 'visit', 'today', 'duty'),
    component: lazyPage(() => import('./change-page.tsx'), 'ChangePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/late',
    loader: words('plan', 'visit', 'today'),
    component: lazyPage(() => import('./late-page.tsx'), 'LatePage'),
  }),
] as const;
