import type { ConversationExtent } from '@/utils/model/conversation';
import type { LocalAnswer } from '@/utils/model/diagnosis';
import type { FilesReading } from '@/utils/model/drafts';
import { type FallbackId, parseFallbackId } from '@/utils/model/fallback';
import type { ContinueReply } from '@/utils/model/messages';
import { extentWords } from './conversation-words';
import { formatCount, listWords, plural, sentences } from './moments';
import type { MessageKey, Speech } from './speech';

/** What the user should know about a fallback before choosing it. */
export interface FallbackFacts {
  id: FallbackId;
  /** The draft is not filled in; the user pastes it. */
  isPasted: boolean;
  /** Assistants where the user says they are signed in. */
  signedIn: readonly FallbackId[];
  /** It has no status source. */
  isAtOwnRisk: boolean;
  /** Answer of the local app; undefined if it was not asked. */
  answer: LocalAnswer | undefined;
}

/** "runs on this device (3 models): open the app and paste" */
function localWords(answer: LocalAnswer | undefined, speech: Speech): string {
  return plural('fallback_local', answer?.kind === 'answers' ? answer.models : 0, speech);
}

/** Note next to the name of a fallback; null if there is nothing to add. */
export function fallbackNote(
  { id, isPasted, signedIn, isAtOwnRisk, answer }: FallbackFacts,
  speech: Speech,
): string | null {
  const { t } = speech;
  const { kind } = parseFallbackId(id);
  if (kind === 'local') return localWords(answer, speech);
  // Missing sign-ins are meaningful only once the user has entered at least one.
  const isSignInLikely = kind === 'assistant' && signedIn.length > 0 && !signedIn.includes(id);
  const notes = [
    kind === 'own' && t('fallback_own'),
    isAtOwnRisk && t('fallback_no_status'),
    isPasted && t('banner_paste_there'),
    isSignInLikely && t('fallback_sign_in'),
  ].filter((note) => note !== false);
  return notes.length === 0 ? null : listWords(notes, 'unit', speech);
}

const REPLY_KEYS = {
  open: ['banner_opened', 'banner_opened'],
  fill: ['banner_draft_under_way', 'banner_draft_under_way'],
  prefill: ['banner_draft_there', 'banner_draft_there'],
  paste: ['banner_draft_copied', 'banner_draft_kept'],
  by_hand: ['banner_draft_copied', 'banner_draft_kept'],
} as const satisfies Record<string, readonly [copied: MessageKey, notCopied: MessageKey]>;

/** A transfer that the banner started. */
interface StartedTransfer {
  /** How the draft is transferred. */
  method: keyof typeof REPLY_KEYS;
  /** The fallback. */
  name: string;
  /** How much of a conversation goes with it; undefined if none does. */
  extent: ConversationExtent | undefined;
  /** Whether the conversation was saved as a file where it is not filled in. */
  hasFile: boolean;
}

/** What the banner says after "Continue in …". */
export function continueReply({ method, name, extent, hasFile }: StartedTransfer, speech: Speech): ContinueReply {
  const { t } = speech;
  const [copied, notCopied] = REPLY_KEYS[method];
  if (extent === undefined) return { copied: t(copied, name), notCopied: t(notCopied, name) };
  const amount = extentWords('included', extent, name, speech);
  const said = (key: MessageKey, ...more: string[]) => sentences([t(key, name), amount, ...more], speech) ?? '';
  if (method === 'fill') {
    const text = said('banner_conversation_under_way');
    return { copied: text, notCopied: text };
  }
  const file = hasFile ? [t('banner_conversation_file')] : [];
  return { copied: said('banner_conversation_copied', ...file), notCopied: said('banner_conversation_kept', ...file) };
}

/** How many of the files came along, and what kept the others. `count` is the number that the target accepted. */
function filesSaid(
  { files, total, isLimited }: FilesReading,
  count: number,
  { from, to }: { from: string; to: string },
  speech: Speech,
): string {
  const { t } = speech;
  if (count > 0 && count === total) return plural('transfer_files_came', count, speech);
  const amount =
    count === 0
      ? t('transfer_files_stay', from)
      : plural(
          'transfer_files_some',
          total - count,
          speech,
          formatCount(count, speech),
          formatCount(total, speech),
          from,
        );
  const refused = files.length - count;
  const reasons = [
    ...(isLimited ? [t('transfer_files_limit')] : []),
    ...(refused > 0 ? [plural('transfer_files_refused', refused, speech, to)] : []),
  ];
  return sentences([amount, ...reasons], speech) ?? '';
}

/** What to say for each number of files that the target may accept, from 0 to all. `from` and `to` are names. */
export function filesWords(reading: FilesReading, names: { from: string; to: string }, speech: Speech): string[] {
  return Array.from({ length: reading.files.length + 1 }, (_, count) => filesSaid(reading, count, names, speech));
}
