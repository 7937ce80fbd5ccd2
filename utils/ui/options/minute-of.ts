const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "22:00": the same for every language, as `<input type="time">` wants it. */
export const timeValue = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Minutes after midnight of "22:00", as the element tells it; null while it is empty. */
export function minuteOf(value: string): number | null {
  const [hours, minutes] = value.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
