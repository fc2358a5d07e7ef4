import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const myTrainingRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/my-trainings',
    loader: ({ context }) => {
      context.readAhead('getMyTrainings', {});
      return words('training', 'part')();
    },
    component: lazyPage(() => import('./my-trainings-page.tsx'), 'MyTrainingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people/$personId/trainings',
    loader: words('training'),
    component: lazyPage(() => import('./person-trainings-page.tsx'), 'PersonTrainingsPage'),
  }),
] as const;
