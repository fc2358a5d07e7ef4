import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/react-router';
import { words } from '../i18n/catalogue.ts';
import type { ReadAhead } from './api.tsx';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { UnexpectedPage } from './pages/unexpected-page.tsx';
import { SignedIn } from './shell/signed-in.tsx';

/** What a route's loader may use. */
export interface RouterContext {
  /** Starts reading what the page will show while its code and words are still on their way. */
  readAhead: ReadAhead;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: UnexpectedPage,
});

/** Everything behind the sign-in, inside the frame with the navigation. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedIn,
});

/** Pages that belong to the frame itself. */
export const ownRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/more',
    component: lazyPage(() => import('./pages/more-page.tsx'), 'MorePage'),
  }),
] as const;

/** Pages without a sign-in. */
export const openRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    loader: words('welcome'),
    component: lazyPage(() => import('./pages/welcome-page.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/callback',
    component: lazyPage(() => import('./pages/callback-page.tsx'), 'CallbackPage'),
  }),
] as const;
