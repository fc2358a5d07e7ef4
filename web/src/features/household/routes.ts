import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
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
    component: lazyPage(() => import('./household-page.tsx'), 'HouseholdPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/household/siblings',
    loader: words('household', 'lists'),
    component: lazyPage(() => import('./join-page.tsx'), 'JoinPage'),
  }),
] as const;
