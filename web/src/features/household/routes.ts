import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const householdRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/household',
    loader: ({ context, params }) => {
      context.readAhead('getFamily', { params });
      return words('household', 'family')();
    },
    component: lazyRouteComponent(() => import('./household-page.tsx'), 'HouseholdPage'),
  }),
] as const;
