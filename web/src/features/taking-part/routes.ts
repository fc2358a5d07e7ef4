import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const takingPartRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/taking-part',
    loader: words('part'),
    component: lazyPage(() => import('./taking-part-page.tsx'), 'TakingPartPage'),
  }),
] as const;
