/** Whether one choice was made after another. Null and undefined: nobody chose. */
export const isLater = (at: number, than: number | undefined): boolean => at > (than ?? 0);
