import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const reflectionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/reflection',
    loader: words('reflection', 'sensitive'),
    component: lazyPage(() => import('./reflection-page.tsx'), 'ReflectionPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/reflection/versions',
    loader: words('reflection'),
    component: lazyPage(() => import('./versions-page.tsx'), 'VersionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/look-back',
    loader: words('reflection', 'sensitive'),
    component: lazyPage(() => import('./look-back-page.tsx'), 'LookBackPage'),
  }),
] as const;
