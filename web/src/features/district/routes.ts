import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The day from which the rules hold that were just saved. */
    rulesFrom?: string;
  }
}

/** A school to begin with, from the address; anything else there is dropped. */
const schoolInAddress = (search: Record<string, unknown>): { school?: string } =>
  typeof search['school'] === 'string' ? { school: search['school'] } : {};

export const districtRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/roster',
    loader: words('district'),
    component: lazyPage(() => import('./roster-page.tsx'), 'RosterPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/roster/$importId',
    loader: words('district'),
    component: lazyPage(() => import('./import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people',
    validateSearch: schoolInAddress,
    loader: words('district'),
    component: lazyPage(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/schools',
    loader: words('district', 'lists'),
    component: lazyPage(() => import('./schools-page.tsx'), 'SchoolsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/schools/$schoolId',
    loader: words('district'),
    component: lazyPage(() => import('./school-page.tsx'), 'SchoolPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/settings',
    loader: words('district', 'policy', 'places'),
    component: lazyPage(() => import('./settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/settings/rules',
    loader: words('district', 'policy'),
    component: lazyPage(() => import('./new-rules-page.tsx'), 'NewRulesPage'),
  }),
] as const;
