import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const coordinatorRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings',
    loader: words('coordinator', 'training'),
    component: lazyRouteComponent(() => import('./trainings-page.tsx'), 'TrainingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/new',
    loader: words('coordinator', 'training'),
    component: lazyRouteComponent(() => import('./plan-training-page.tsx'), 'PlanTrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/$trainingId',
    loader: words('coordinator', 'training'),
    component: lazyRouteComponent(() => import('./training-page.tsx'), 'TrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/$trainingId/change',
    loader: words('training'),
    component: lazyRouteComponent(() => import('./change-training-page.tsx'), 'ChangeTrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/claims',
    loader: words('coordinator', 'pay'),
    component: lazyRouteComponent(() => import('./claims-page.tsx'), 'ClaimsPage'),
  }),
] as const;
