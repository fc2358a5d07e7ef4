import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const queueRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/classes/$classId/queue',
    loader: ({ context, params }) => {
      context.readAhead('getClassQueue', { params });
      return words('queue', 'family')();
    },
    component: lazyRouteComponent(() => import('./class-queue-page.tsx'), 'ClassQueuePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/schools/$schoolId/queue',
    loader: words('queue', 'family'),
    component: lazyRouteComponent(() => import('./school-queue-page.tsx'), 'SchoolQueuePage'),
  }),
] as const;
