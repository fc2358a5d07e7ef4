import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

export const payrollRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/payroll',
    loader: words('payroll', 'pay'),
    component: lazyRouteComponent(() => import('./payroll-page.tsx'), 'PayrollPage'),
  }),
] as const;
