import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const waitingRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/waiting',
    loader: words('waiting', 'visit'),
    component: lazyPage(() => import('./waiting-page.tsx'), 'WaitingPage'),
  }),
] as const;
