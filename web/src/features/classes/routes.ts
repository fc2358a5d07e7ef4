import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const classRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/classes',
    loader: words('family'),
    component: lazyPage(() => import('./classes-page.tsx'), 'ClassesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/classes/$classId',
    loader: ({ context, params }) => {
      context.readAhead('getClass', { params });
      return words('family')();
    },
    component: lazyPage(() => import('./class-page.tsx'), 'ClassPage'),
  }),
] as const;
