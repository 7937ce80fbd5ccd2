/** Which way a text is written. */
export type Direction = 'ltr' | 'rtl';
