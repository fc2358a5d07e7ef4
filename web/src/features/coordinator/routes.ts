import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const coordinatorRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings',
    loader: words('coordinator'),
    component: lazyRouteComponent(() => import('./trainings-page.tsx'), 'TrainingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/$trainingId',
    loader: words('coordinator'),
    component: lazyRouteComponent(() => import('./training-page.tsx'), 'TrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/claims',
    loader: words('coordinator', 'pay'),
    component: lazyRouteComponent(() => import('./claims-page.tsx'), 'ClaimsPage'),
  }),
] as const;
