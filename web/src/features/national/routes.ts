import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page before this one made what this page shows. */
    created?: boolean;
  }
}

export const nationalRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/districts',
    loader: words('national', 'places'),
    component: lazyPage(() => import('./districts-page.tsx'), 'DistrictsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/districts/new',
    loader: words('national', 'places', 'policy'),
    component: lazyPage(() => import('./new-district-page.tsx'), 'NewDistrictPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/districts/$districtId',
    loader: words('national', 'places'),
    component: lazyPage(() => import('./district-page.tsx'), 'DistrictPage'),
  }),
] as const;
