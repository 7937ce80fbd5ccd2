import { useId } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { ManagedSetting, PresetNote, Switch, UndoRow } from '@/components/controls';
import { clockTime, plural } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import {
  NOTIFY_LEVELS,
  type NotificationPrefs,
  type NotifyLevel,
  notificationPrefsFor,
} from '@/utils/model/notification';
import { isSnoozed } from '@/utils/model/status';
import { useOptions } from '@/utils/ui/options/store';
import { commonPref, minuteOf, NOTIFICATION_KINDS, timeValue, watchedAssistants } from '@/utils/ui/options/watched';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { NOTICE_HOURS } from '@/utils/ui/text';
import { LearnMore } from './disclosures';

const COLUMNS = [...NOTIFICATION_KINDS, 'from'] as const;

interface PrefCellsProps {
  /** The id of the table; its headings are named after it. */
  tableId: string;
  rowId: string;
  /** Null where several assistants differ. */
  prefs: { [Name in keyof NotificationPrefs]: NotificationPrefs[Name] | null };
  /** The id of the element that says that this is preset; undefined where it is not. */
  presetBy: string | undefined;
  onChange: (over: Partial<NotificationPrefs>) => void;
}

/** The cells of a row. Each control is named by its row and its column; in a narrow page the column is beside it. */
function PrefCells({ tableId, rowId, prefs, presetBy, onChange }: PrefCellsProps) {
  const t = useT();
  const control = (column: (typeof COLUMNS)[number]) => ({
    'aria-labelledby': `${rowId} ${tableId}-${column}`,
    'aria-describedby': presetBy,
    disabled: presetBy !== undefined,
  });
  return (
    <>
      {NOTIFICATION_KINDS.map((kind) => (
        <td key={kind}>
          <label className="check-box">
            <input
              type="checkbox"
              {...control(kind)}
              checked={prefs[kind] === true}
              ref={(input) => {
                if (input !== null) input.indeterminate = prefs[kind] === null;
              }}
              onChange={() => onChange({ [kind]: prefs[kind] !== true })}
            />
            <span className="column-name" aria-hidden="true">
              {t(`notices_${kind}`)}
            </span>
          </label>
        </td>
      ))}
      <td className="severity">
        <label className="pick">
          <span className="column-name" aria-hidden="true">
            {t('notices_from')}
          </span>
          <select
            className="field"
            {...control('from')}
            value={prefs.from ?? ''}
            onChange={({ currentTarget }) => onChange({ from: currentTarget.value as NotifyLevel })}
          >
            {prefs.from === null && (
              <option value="" disabled>
                {t('notices_mixed')}
              </option>
            )}
            {NOTIFY_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`level_${level}`)}
              </option>
            ))}
          </select>
        </label>
      </td>
    </>
  );
}

interface RowProps {
  tableId: string;
  presetBy: string | undefined;
}

function AssistantPrefs({ assistant, tableId, presetBy }: RowProps & { assistant: Assistant }) {
  const { id, name } = assistant;
  const rowId = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { options, status, setNotificationPrefs, endSnooze } = useOptions();
  const snoozedUntil = status.snoozes[id];
  return (
    <tr data-notification-prefs={id}>
      <th scope="row">
        <span id={rowId} className="marked">
          <AssistantMark assistant={assistant} />
          {name}
        </span>
        {snoozedUntil !== undefined && isSnoozed(status, id, speech.now) && (
          <UndoRow
            text={t('popup_snoozed', clockTime(snoozedUntil, speech))}
            label={t('popup_snooze_end')}
            name={t('popup_snooze_end_for', name)}
            onBack={() => endSnooze(id)}
          />
        )}
      </th>
      <PrefCells
        tableId={tableId}
        rowId={rowId}
        prefs={notificationPrefsFor(options, id)}
        presetBy={presetBy}
        onChange={(over) => setNotificationPrefs(id, over)}
      />
    </tr>
  );
}

/** The preferences of all watched assistants at once. */
function CommonPrefs({ tableId, presetBy }: RowProps) {
  const rowId = useId();
  const t = useT();
  const { options, setCommonNotificationPrefs } = useOptions();
  return (
    <tr data-notification-prefs="all">
      <th scope="row" id={rowId}>
        {t('notices_all')}
      </th>
      <PrefCells
        tableId={tableId}
        rowId={rowId}
        prefs={{
          started: commonPref(options, 'started'),
          recovered: commonPref(options, 'recovered'),
          updates: commonPref(options, 'updates'),
          maintenance: commonPref(options, 'maintenance'),
          from: commonPref(options, 'from'),
        }}
        presetBy={presetBy}
        onChange={setCommonNotificationPrefs}
      />
    </tr>
  );
}

/** Which changes of which assistant notify, and from which severity on. */
function PrefsTable({ presetBy }: { presetBy: string | undefined }) {
  const tableId = useId();
  const t = useT();
  const watched = watchedAssistants(useOptions().options);
  if (watched.length === 0) return <p>{t('popup_summary_nobody')}</p>;
  return (
    <table className="prefs">
      <thead>
        <tr>
          <th scope="col">{t('notices_assistant')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" id={`${tableId}-${column}`}>
              {t(`notices_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {watched.length > 1 && <CommonPrefs tableId={tableId} presetBy={presetBy} />}
        {watched.map((assistant) => (
          <AssistantPrefs key={assistant.id} assistant={assistant} tableId={tableId} presetBy={presetBy} />
        ))}
      </tbody>
    </table>
  );
}

function MaintenanceSwitch() {
  const speech = useSpeech();
  const { options, setMaintenanceNotice } = useOptions();
  const { maintenanceNoticeHours: hours } = options;
  return (
    <Switch
      text={plural('popup_notice_ahead', hours ?? NOTICE_HOURS, speech)}
      why={null}
      isOn={hours !== null}
      onToggle={() => setMaintenanceNotice(hours === null)}
    />
  );
}

/** The hours without notifications. The times can be set before the switch is on. */
function QuietHours() {
  const t = useT();
  const { options, setQuietHours } = useOptions();
  const { quietHours } = options;
  const setTime = (which: 'from' | 'until', value: string) => {
    const minute = minuteOf(value);
    // An emptied field changes nothing.
    if (minute !== null) setQuietHours({ [which]: minute });
  };
  return (
    <div className="part">
      <Switch
        text={t('quiet_hours')}
        why={t('quiet_hours_why')}
        isOn={quietHours.isOn}
        onToggle={() => setQuietHours({ isOn: !quietHours.isOn })}
      />
      <div className="times">
        {(['from', 'until'] as const).map((which) => (
          <label key={which} className="pick">
            {t(`quiet_hours_${which}`)}
            <input
              className="field"
              type="time"
              required
              value={timeValue(quietHours[which])}
              onChange={({ currentTarget }) => setTime(which, currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </div>
  );
}

/** Which changes notify, of which assistants and when. */
export function NotificationsSection() {
  const id = useId();
  const speech = useSpeech();
  const { t } = speech;
  const { preset } = useOptions();
  const notes = presetNotes(preset, speech);
  return (
    <>
      <div>
        <p className="quiet">{t('notices_why')}</p>
        <LearnMore about={t('notices')}>
          <p>{t('notices_more')}</p>
        </LearnMore>
      </div>
      <PresetNote id={id} note={notes.loudness} />
      <PrefsTable presetBy={notes.loudness && id} />
      <ManagedSetting note={notes.maintenanceNoticeHours}>
        <MaintenanceSwitch />
      </ManagedSetting>
      <ManagedSetting note={notes.quietHours}>
        <QuietHours />
      </ManagedSetting>
    </>
  );
}
