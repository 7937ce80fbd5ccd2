import { countAttachments, frameOf } from './attachments';
import { clearComposer } from './clear-composer';
import { countLost } from './count-lost';
import type { FillOutcome, Lost } from './fill-outcome';
import { isField } from './is-field';
import { isSameDraft, newlines } from './normalise-draft';
import { readDraft } from './read-draft';
import { rungsFor } from './rungs';
import { type Pace, settle, settleUntil } from './settle';
import { watchTyping } from './watch-typing';

const PACE: Pace = { quietMs: 150, capMs: 3_000 };

/** What became an attachment, and how many there were then: a second call must not attach it again. */
let attached: { text: string; count: number } | null = null;

async function climb(composer: HTMLElement, text: string, pace: Pace, isTyping: () => boolean): Promise<FillOutcome> {
  const before = readDraft(composer);
  if (isSameDraft(before, text)) return { kind: 'exact' };
  if (before.trim() !== '') return { kind: 'occupied' };
  // A script may write more than that; the site would refuse or cut it when it is sent.
  if (isField(composer) && composer.maxLength >= 0 && text.length > composer.maxLength) return { kind: 'too_long' };
  const countBefore = countAttachments(composer);
  if (attached?.text === text && countBefore >= attached.count) return { kind: 'attached' };

  let lost: Lost | null = null;
  /** A paste was taken and nothing came of it: another one might come twice. */
  let isSwallowed = false;
  for (const rung of rungsFor(composer, text)) {
    if (isTyping()) break;
    if (rung.isPaste && isSwallowed) continue;
    const isTaken = await rung.fill();
    await settle(composer, pace);
    if (isTaken && readDraft(composer) === '') {
      const isAttached = () => countAttachments(composer) > countBefore;
      const hasCome = () => isAttached() || readDraft(composer) !== '';
      isSwallowed = !(await settleUntil(frameOf(composer), hasCome, pace.capMs));
      await settle(composer, pace);
      if (isAttached() && readDraft(composer) === '') {
        attached = { text, count: countAttachments(composer) };
        return { kind: 'attached' };
      }
    }
    const now = readDraft(composer);
    if (isSameDraft(now, text)) return { kind: 'exact' };
    if (now === '') continue;
    lost = countLost(text, now);
    if (isTyping() || !(await clearComposer(composer, pace))) {
      return { kind: 'altered', lost: countLost(text, readDraft(composer)) };
    }
  }
  return { kind: 'refused', lost };
}

/** One at a time: two at once would both find the composer empty. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Fills a draft into an empty composer and says what became of it, by reading it back. It presses no key and no
 * button, so nothing is sent; other text that is there is left alone; what cannot be filled in exactly is taken out
 * again. To be called again at will: what is there already is not filled in twice.
 */
export function fillDraft(composer: HTMLElement, text: string, pace: Pace = PACE): Promise<FillOutcome> {
  const life = new AbortController();
  const isTyping = watchTyping(life.signal);
  const outcome = queue
    .then(() => climb(composer, newlines(text).toWellFormed(), pace, isTyping))
    .finally(() => life.abort());
  queue = outcome.catch(() => undefined);
  return outcome;
}
