import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const hopesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/students/$studentId/hopes',
    loader: words('hopes', 'duty', 'sensitive'),
    component: lazyPage(() => import('./hopes-page.tsx'), 'HopesPage'),
  }),
] as const;
