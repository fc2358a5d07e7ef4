import {
  IconAward,
  IconBuilding,
  IconBuildingCommunity,
  IconCash,
  IconCertificate,
  IconChecklist,
  IconCoin,
  IconFileImport,
  IconHeart,
  IconHome,
  IconLayoutDashboard,
  IconListDetails,
  IconSchool,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '#shared/domain/access/permissions.ts';
import type { shell } from '#shared/locales/en/shell.ts';

export interface NavItem {
  to: NonNullable<LinkProps['to']>;
  label: keyof (typeof shell)['nav'];
  icon: typeof IconHome;
  /** Shown to those who may do one of these; the server decides again. */
  can: readonly Permission[];
}

/** How many places fit under the thumb beside “More”, where a phone finds the rest. */
export const itemsInTheBar = 4;

/** The main navigation, in order. */
export const navigation: readonly NavItem[] = [
  { to: '/today', label: 'today', icon: IconHome, can: ['visit:read'] },
  { to: '/classes', label: 'classes', icon: IconSchool, can: ['visit:schedule'] },
  { to: '/school-board', label: 'schoolBoard', icon: IconLayoutDashboard, can: ['school:coordinate'] },
  { to: '/districts', label: 'districts', icon: IconBuildingCommunity, can: ['national:read'] },
  { to: '/roster', label: 'roster', icon: IconFileImport, can: ['roster:import'] },
  { to: '/claims', label: 'claims', icon: IconChecklist, can: ['claim:approve'] },
  { to: '/people', label: 'people', icon: IconUsers, can: ['person:read'] },
  { to: '/class-lists', label: 'classLists', icon: IconListDetails, can: ['school:coordinate'] },
  {
    to: '/trainings',
    label: 'trainings',
    icon: IconCertificate,
    can: ['training:manage', 'training:record'],
  },
  { to: '/my-pay', label: 'myPay', icon: IconCoin, can: ['claim:submit'] },
  { to: '/my-trainings', label: 'myTrainings', icon: IconAward, can: ['training:attend'] },
  { to: '/taking-part', label: 'takingPart', icon: IconHeart, can: ['participation:set'] },
  { to: '/payroll', label: 'payroll', icon: IconCash, can: ['pay:read'] },
  { to: '/schools', label: 'schools', icon: IconBuilding, can: ['school:read'] },
  { to: '/settings', label: 'settings', icon: IconSettings, can: ['district:manage'] },
];

/** What the given permissions open. */
export function navigationFor(permissions: readonly string[]): NavItem[] {
  return navigation.filter((item) => item.can.some((permission) => permissions.includes(permission)));
}
