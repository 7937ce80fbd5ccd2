import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import { LOUD_LEVELS, type LoudLevel, type Loudness, loudnessOf } from '@/utils/model/loudness';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { type Snoozed, snoozedOf } from '@/utils/ui/snoozed';
import type { Speech } from '@/utils/words/speech';
import { timeValue } from './minute-of';

/** A kind of news that can be switched on and off. */
export type LoudnessKind = Exclude<keyof Loudness, 'from'>;

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
      const loudness = loudnessOf(options, id);
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
          choices: LOUD_LEVELS.map((level) => ({ level, text: t(`level_${level}`) })),
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
