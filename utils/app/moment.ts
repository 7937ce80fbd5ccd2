/** When something takes place, and in whose day. */
export interface Moment {
  /** Epoch milliseconds. */
  now: number;
  /** The first moment of the person's day, epoch milliseconds. */
  dayStart: number;
}
