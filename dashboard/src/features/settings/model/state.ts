import { choice } from '../../../lib/url/codec';

export const TABS = ['tokens', 'retention', 'quotas', 'price', 'views'] as const;
export type Tab = (typeof TABS)[number];

/** What of the settings is in their address. */
export const settingsState = { tab: choice(TABS, 'tokens') };
