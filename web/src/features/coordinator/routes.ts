import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const coordinatorRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings',
    loader: words('coordinator', 'training'),
    component: lazyPage(() => import('./trainings-page.tsx'), 'TrainingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/new',
    loader: words('coordinator', 'training'),
    component: lazyPage(() => import('./plan-training-page.tsx'), 'PlanTrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/$trainingId',
    loader: words('coordinator', 'training'),
    component: lazyPage(() => import('./training-page.tsx'), 'TrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/trainings/$trainingId/change',
    loader: words('training'),
    component: lazyPage(() => import('./change-training-page.tsx'), 'ChangeTrainingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/claims',
    loader: words('coordinator', 'pay'),
    component: lazyPage(() => import('./claims-page.tsx'), 'ClaimsPage'),
  }),
] as const;
