import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const familyRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId',
    loader: ({ context, params }) => {
      context.readAhead('getFamily', { params });
      return words('family', 'visit', 'today')();
    },
    component: lazyRouteComponent(() => import('./family-page.tsx'), 'FamilyPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/schedule',
    loader: words('family'),
    component: lazyRouteComponent(() => import('./schedule-page.tsx'), 'SchedulePage'),
  }),
] as const;
