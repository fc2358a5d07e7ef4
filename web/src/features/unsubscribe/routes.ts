import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { rootRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

/** Without a sign-in: the link in the mail is enough. */
export const unsubscribeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/unsubscribe',
    loader: words('unsubscribe'),
    component: lazyPage(() => import('./unsubscribe-page.tsx'), 'UnsubscribePage'),
  }),
] as const;
