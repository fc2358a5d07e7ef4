import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const payrollRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/payroll',
    loader: words('payroll', 'pay'),
    component: lazyPage(() => import('./payroll-page.tsx'), 'PayrollPage'),
  }),
] as const;
