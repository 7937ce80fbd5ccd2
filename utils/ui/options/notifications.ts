const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as the value of `<input type="time">`, which is "22:00" in every language. */
export const timeValue = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Minutes after midnight of the value of `<input type="time">`; null while the field is empty. */
export function minuteOf(value: string): number | null {
  const [hours, minutes] = value.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
