/** Minutes after midnight of "22:00", as `<input type="time">` tells it; null while it is empty. */
export function minuteOf(value: string): number | null {
  const [hours, minutes] = value.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
