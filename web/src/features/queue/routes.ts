import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
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
    component: lazyPage(() => import('./class-queue-page.tsx'), 'ClassQueuePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/schools/$schoolId/queue',
    loader: words('queue', 'family'),
    component: lazyPage(() => import('./school-queue-page.tsx'), 'SchoolQueuePage'),
  }),
] as const;
