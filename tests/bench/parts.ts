import { measurePopup } from './parts/popup';
import { measureSizes } from './parts/sizes';
import type { Row } from './row';

export interface Part {
  /** What it is called on the command line and in docs/performance.md. */
  name: string;
  title: string;
  measure(): Promise<Row[]>;
}

/** In the order of the page. */
export const PARTS: readonly Part[] = [
  { name: 'sizes', title: 'Built files', measure: measureSizes },
  { name: 'popup', title: 'The popup', measure: measurePopup },
];
