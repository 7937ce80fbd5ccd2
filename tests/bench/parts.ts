import { measureChatPage } from './parts/chat-page';
import { measureConversation } from './parts/conversation';
import { measureDays } from './parts/days';
import { measureFailure } from './parts/failure';
import { measureHistory } from './parts/history';
import { measureNotificationDelay } from './parts/notification-delay';
import { measureParse } from './parts/parse';
import { measurePopup } from './parts/popup';
import { measureSizes } from './parts/sizes';
import { measureSleep } from './parts/sleep';
import { measureWorker } from './parts/worker';
import type { Row } from './row';

export interface Part {
  /** Its name on the command line and in docs/bench/measurements.md. */
  name: string;
  title: string;
  measure(): Promise<Row[]>;
}

/** In the order of the document. */
export const PARTS: readonly Part[] = [
  { name: 'sizes', title: 'Built files', measure: measureSizes },
  { name: 'history', title: 'The history page', measure: measureHistory },
  { name: 'chat-page', title: 'A heavy chat page', measure: measureChatPage },
  { name: 'conversation', title: 'Reading a conversation', measure: measureConversation },
  { name: 'worker', title: 'The worker, and what is stored', measure: measureWorker },
  { name: 'sleep', title: 'Awake and asleep', measure: measureSleep },
  { name: 'days', title: 'Whole days', measure: measureDays },
  { name: 'notification-delay', title: 'From a change to its notification', measure: measureNotificationDelay },
  { name: 'failure', title: 'From a failure to its banner', measure: measureFailure },
  { name: 'parse', title: 'Reading a document', measure: measureParse },
  { name: 'popup', title: 'The popup', measure: measurePopup },
];
