import type { Key } from '../core/i18n';

/** Pages that are more than the list of one register, by group and permission. */
export const PAGES: Record<string, { to: string; word: Key; may: string }[]> = {
  alarm: [
    { to: '/desk', word: 'page_desk', may: 'read_alarms' },
    { to: '/wall', word: 'page_wall', may: 'read_alarms' },
    { to: '/shift', word: 'page_shift', may: 'read_alarms' },
    { to: '/plans', word: 'page_plans', may: 'read_alarms' },
    { to: '/r/alarm_entry?kind=video', word: 'page_viewings', may: 'read_alarms' },
    { to: '/signals', word: 'page_signals', may: 'read_alarms' },
    { to: '/unknown', word: 'page_unknown', may: 'read_alarms' },
    { to: '/supervision', word: 'page_supervision', may: 'read_alarms' },
    { to: '/service-mode', word: 'page_service', may: 'read_alarms' },
    { to: '/held', word: 'page_held', may: 'read_alarms' },
    { to: '/faults', word: 'page_faults', may: 'read_alarms' },
    { to: '/statistics', word: 'page_stat', may: 'read_alarms' },
    { to: '/staffing', word: 'page_staffing', may: 'read_staff' },
  ],
  alarm_setup: [{ to: '/rules', word: 'page_rules', may: 'read_alarms' }],
};
