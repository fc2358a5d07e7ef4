import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
    component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
  }),
] as const;
