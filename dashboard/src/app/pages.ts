import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { IconName } from '../components/Icon';

export interface PageEntry {
  /** The first part of its address. */
  readonly path: `/${string}`;
  readonly name: string;
  readonly icon: IconName;
  /** The keys that lead there. */
  readonly keys: string;
  /** Shown for the path and all below it; loaded when it is first shown. */
  readonly component: LazyExoticComponent<ComponentType>;
}

/** The pages of the menu, in its order. */
export const PAGES: readonly PageEntry[] = [
  {
    path: '/overview',
    name: 'Overview',
    icon: 'overview',
    keys: 'g o',
    component: lazy(() => import('../features/overview/OverviewPage')),
  },
  {
    path: '/explorer',
    name: 'Explorer',
    icon: 'explorer',
    keys: 'g e',
    component: lazy(() => import('../features/explorer/ExplorerPage')),
  },
  {
    path: '/templates',
    name: 'Templates',
    icon: 'templates',
    keys: 'g t',
    component: lazy(() => import('../features/templates/TemplatesPage')),
  },
  {
    path: '/settings',
    name: 'Settings',
    icon: 'settings',
    keys: 'g s',
    component: lazy(() => import('../features/settings/SettingsPage')),
  },
];

/** The pages that are reached from others only. */
export const INNER_PAGES: readonly Pick<PageEntry, 'path' | 'component'>[] = [
  { path: '/traces', component: lazy(() => import('../features/trace/TracePage')) },
];
