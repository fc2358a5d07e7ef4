import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const letterRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/classes/$classId/letters',
    loader: ({ context, params }) => {
      context.readAhead('getClassQueue', { params });
      return words('letters', 'family')();
    },
    component: lazyRouteComponent(() => import('./class-letters-page.tsx'), 'ClassLettersPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/letter',
    loader: words('letters', 'family'),
    component: lazyRouteComponent(() => import('./family-letter-page.tsx'), 'FamilyLetterPage'),
  }),
] as const;
