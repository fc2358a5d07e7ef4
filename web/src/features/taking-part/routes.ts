import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const takingPartRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/taking-part',
    loader: words('part'),
    component: lazyRouteComponent(() => import('./taking-part-page.tsx'), 'TakingPartPage'),
  }),
] as const;
