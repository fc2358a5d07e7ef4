import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const waitingRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/waiting',
    loader: words('waiting', 'visit'),
    component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
  }),
] as const;
