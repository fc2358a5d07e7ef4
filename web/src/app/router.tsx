import { createRouter } from '@tanstack/react-router';
import { todayRoutes } from '../features/today/routes.ts';
import { openRoutes, ownRoutes, rootRoute, signedInRoute } from './root-route.tsx';
import { PageOnItsWay } from './shell/page-on-its-way.tsx';

// One line per feature; a feature's own screens are listed in its folder.
const routeTree = rootRoute.addChildren([
  ...openRoutes,
  signedInRoute.addChildren([...ownRoutes, ...todayRoutes]),
]);

export function createAppRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingComponent: PageOnItsWay,
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
