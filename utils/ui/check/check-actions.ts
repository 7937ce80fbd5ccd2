import type { Sight } from '@/utils/model/diagnosis';
import type { WayId } from '@/utils/model/way';
import type { CheckDeed } from './check-advice';

/** What a person can do in "Is it me?". None throws; what it changes comes back through the store. */
export interface CheckActions {
  /** Looks again from the beginning. */
  again(): void;
  /** Says what they see; the same once more takes it back. */
  see(sight: Sight): void;
  /** The error text that they see. */
  type(text: string): void;
  /** Goes on with somebody else, and takes along what is typed in the chat in front. In the click itself. */
  goOn(to: WayId): void;
  /** In the click itself: one of them asks for a permission. */
  act(deed: CheckDeed): void;
}
