/**
 * The time zone in which it is just past noon now. A browser in it writes the times of the next and of the last hours in the
 * same form at any hour of the machine's day: without a weekday, which a time on another day has.
 */
export function noonZone(now: number): string {
  const hours = new Date(now).getUTCHours() - 12;
  // The sign in these names is that of POSIX: "+" is west of Greenwich.
  return `Etc/GMT${hours < 0 ? '-' : '+'}${Math.abs(hours)}`;
}
