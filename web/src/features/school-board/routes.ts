import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const schoolBoardRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board',
    loader: words('school'),
    component: lazyRouteComponent(() => import('./own-school-page.tsx'), 'OwnSchoolPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board/$schoolId',
    loader: words('school'),
    component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board/$schoolId/pairs',
    loader: words('school'),
    component: lazyRouteComponent(() => import('./pairs-page.tsx'), 'PairsPage'),
  }),
] as const;
