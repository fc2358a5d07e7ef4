import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../app/lazy-page.ts';
import { signedInRoute } from '../../app/root-route.tsx';
import { words } from '../../i18n/catalogue.ts';

/** A class whose families alone are written to, from the address; anything else there is dropped. */
const classInAddress = (search: Record<string, unknown>): { class?: string } =>
  typeof search['class'] === 'string' ? { class: search['class'] } : {};

export const announcementRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board/$schoolId/announcements',
    loader: words('announcement'),
    component: lazyPage(() => import('./announcements-page.tsx'), 'AnnouncementsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/school-board/$schoolId/announcements/new',
    validateSearch: classInAddress,
    loader: words('announcement', 'duty'),
    component: lazyPage(() => import('./write-page.tsx'), 'WriteAnnouncementPage'),
  }),
] as const;
