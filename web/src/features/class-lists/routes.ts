import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was just done on the page before, to be said on the next. */
    listSaid?: string;
  }
}

export const classListRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/class-lists',
    loader: words('lists'),
    component: lazyPage(() => import('./own-lists-page.tsx'), 'OwnListsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/class-lists/schools/$schoolId',
    loader: ({ context, params }) => {
      context.readAhead('getClassLists', { params });
      return words('lists')();
    },
    component: lazyPage(() => import('./lists-page.tsx'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/class-lists/schools/$schoolId/new',
    loader: words('lists'),
    component: lazyPage(() => import('./new-list-page.tsx'), 'NewListPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/class-lists/$classId',
    loader: ({ context, params }) => {
      context.readAhead('getClass', { params });
      return words('lists', 'family')();
    },
    component: lazyPage(() => import('./list-page.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/class-lists/schools/$schoolId/open/$studentId',
    loader: words('lists'),
    component: lazyPage(() => import('./merge-page.tsx'), 'MergePage'),
  }),
] as const;
