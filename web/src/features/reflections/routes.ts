import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const reflectionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/visits/$visitId/students/$studentId/reflection',
    loader: words('reflection'),
    component: lazyRouteComponent(() => import('./reflection-page.tsx'), 'ReflectionPage'),
  }),
] as const;
