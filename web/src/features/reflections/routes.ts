import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const reflectionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/reflection',
    loader: words('reflection', 'sensitive'),
    component: lazyRouteComponent(() => import('./reflection-page.tsx'), 'ReflectionPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/reflection/versions',
    loader: words('reflection'),
    component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/look-back',
    loader: words('reflection', 'sensitive'),
    component: lazyRouteComponent(() => import('./look-back-page.tsx'), 'LookBackPage'),
  }),
] as const;
