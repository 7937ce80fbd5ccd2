/** When nothing interrupts. What comes up then is told in one notice once they are over. */
export interface QuietHours {
  isOn: boolean;
  /** Minutes after midnight of the person's day. */
  from: number;
  /** The same; earlier than `from` when midnight lies between. */
  until: number;
}

export const DEFAULT_QUIET_HOURS: QuietHours = { isOn: false, from: 22 * 60, until: 7 * 60 };

/** `minute` is that of the person's day. Hours that end when they begin are none. */
export function isQuiet({ isOn, from, until }: QuietHours, minute: number): boolean {
  const isAfter = minute >= from;
  const isBefore = minute < until;
  return isOn && (from <= until ? isAfter && isBefore : isAfter || isBefore);
}
