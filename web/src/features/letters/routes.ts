import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
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
    component: lazyPage(() => import('./class-letters-page.tsx'), 'ClassLettersPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/families/$familyId/letter',
    loader: words('letters', 'family'),
    component: lazyPage(() => import('./family-letter-page.tsx'), 'FamilyLetterPage'),
  }),
] as const;
