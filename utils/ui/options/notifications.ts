import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type LoudLevel,
  NOTIFY_LEVELS,
  type NotificationPrefs,
  notificationPrefsFor,
} from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Snoozed, snoozedOf } from '@/utils/ui/text';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "22:00": the same for every language, as `<input type="time">` wants it. */
export const timeValue = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Minutes after midnight of "22:00", as the element tells it; null while it is empty. */
export function minuteOf(value: string): number | null {
  const [hours, minutes] = value.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}

/** A kind of news that can be switched on and off. */
export type LoudnessKind = Exclude<keyof NotificationPrefs, 'from'>;

/** What interrupts about one assistant. */
export interface AssistantNotices {
  assistantId: AssistantId;
  name: string;
  kinds: { kind: LoudnessKind; text: string; isOn: boolean }[];
  from: { label: string; chosen: LoudLevel; choices: { level: LoudLevel; text: string }[] };
  /** Null while it is not snoozed. */
  snoozed: Snoozed | null;
}

/** Two times of day, as `<input type="time">` takes them. */
export interface QuietHoursView {
  text: string;
  why: string;
  isOn: boolean;
  from: { label: string; value: string };
  until: { label: string; value: string };
}

/** The section "Notices" of the options page. */
export interface NoticesView {
  heading: string;
  why: string;
  assistants: AssistantNotices[];
  quiet: QuietHoursView;
}

const KINDS = {
  started: 'notices_started',
  recovered: 'notices_recovered',
  updates: 'notices_updates',
  maintenance: 'notices_maintenance',
} as const satisfies Record<LoudnessKind, string>;

export function noticesView(options: Options, status: Pick<Status, 'snoozes'>, speech: Speech): NoticesView {
  const { t } = speech;
  const { isOn, from, until } = options.quietHours;
  return {
    heading: t('notices'),
    why: t('notices_why'),
    assistants: options.watched.map((id) => {
      const loudness = notificationPrefsFor(options, id);
      const { name } = assistantOf(id);
      return {
        assistantId: id,
        name,
        kinds: (Object.keys(KINDS) as LoudnessKind[]).map((kind) => ({
          kind,
          text: t(KINDS[kind]),
          isOn: loudness[kind],
        })),
        from: {
          label: t('notices_from'),
          chosen: loudness.from,
          choices: NOTIFY_LEVELS.map((level) => ({ level, text: t(`level_${level}`) })),
        },
        snoozed: snoozedOf(status, id, name, speech),
      };
    }),
    quiet: {
      text: t('quiet_hours'),
      why: t('quiet_hours_why'),
      isOn,
      from: { label: t('quiet_hours_from'), value: timeValue(from) },
      until: { label: t('quiet_hours_until'), value: timeValue(until) },
    },
  };
}
