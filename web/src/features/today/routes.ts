import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const todayRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/today',
    loader: ({ context }) => {
      context.readAhead('getToday', {});
      return words('part', 'request', 'today')();
    },
    component: lazyPage(() => import('./today-page.tsx'), 'TodayPage'),
  }),
] as const;
