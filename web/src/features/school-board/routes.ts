import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const schoolBoardRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board',
    loader: words('school'),
    component: lazyPage(() => import('./own-school-page.tsx'), 'OwnSchoolPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board/$schoolId',
    loader: words('school'),
    component: lazyPage(() => import('./board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board/$schoolId/pairs',
    loader: words('school'),
    component: lazyPage(() => import('./pairs-page.tsx'), 'PairsPage'),
  }),
] as const;
