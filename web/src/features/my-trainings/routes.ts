import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
    component: lazyRouteComponent(() => import('./my-trainings-page.tsx'), 'MyTrainingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people/$personId/trainings',
    loader: words('training'),
    component: lazyRouteComponent(() => import('./person-trainings-page.tsx'), 'PersonTrainingsPage'),
  }),
] as const;
