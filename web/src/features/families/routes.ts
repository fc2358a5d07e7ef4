import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const familyRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId',
    loader: ({ context, params }) => {
      context.readAhead('getFamily', { params });
      return words('family', 'plan', 'visit', 'today', 'hopes', 'contact', 'sensitive')();
    },
    component: lazyPage(() => import('./family-page.tsx'), 'FamilyPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/schedule',
    loader: words('family', 'plan', 'visit', 'hopes', 'duty'),
    component: lazyPage(() => import('./schedule-page.tsx'), 'SchedulePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/late',
    loader: words('family', 'plan', 'duty'),
    component: lazyPage(() => import('./late-page.tsx'), 'LatePage'),
  }),
] as const;
