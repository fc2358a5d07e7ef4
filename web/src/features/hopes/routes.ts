import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const hopesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/students/$studentId/hopes',
    loader: words('hopes', 'duty', 'sensitive'),
    component: lazyRouteComponent(() => import('./hopes-page.tsx'), 'HopesPage'),
  }),
] as const;
