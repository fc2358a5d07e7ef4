import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const payRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/my-pay',
    loader: words('pay'),
    component: lazyPage(() => import('./my-pay-page.tsx'), 'MyPayPage'),
  }),
] as const;
