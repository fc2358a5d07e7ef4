import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const payRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/my-pay',
    loader: words('pay'),
    component: lazyRouteComponent(() => import('./my-pay-page.tsx'), 'MyPayPage'),
  }),
] as const;
