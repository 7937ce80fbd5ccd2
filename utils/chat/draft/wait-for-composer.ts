import { findComposer } from './find-composer';
import { PATIENCE, type Patience, waitForCalm } from './wait-for-calm';

interface Look {
  composer: HTMLElement;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** How often the composer's content has changed since the wait began. */
  changes: number;
}

const isSame = (one: Look, other: Look) =>
  one.composer === other.composer &&
  one.width === other.width &&
  one.height === other.height &&
  one.changes === other.changes;

/**
 * Waits for a composer that stands still: a site that is still waking up replaces it, and the draft with it. Null when
 * there was none in time, as on a page that asks to sign in. Moves within the page are waited through.
 */
export async function waitForComposer(
  document: Document,
  hints: readonly string[],
  patience: Partial<Patience> = {},
): Promise<HTMLElement | null> {
  let changes = 0;
  let observed: HTMLElement | null = null;
  const observer = new MutationObserver(() => {
    changes += 1;
  });

  const look = (): Look | null => {
    const composer = findComposer(document, hints);
    if (composer === null) return null;
    if (composer !== observed) {
      observer.disconnect();
      observer.observe(composer, { childList: true, characterData: true, subtree: true });
      observed = composer;
    }
    const { width, height } = composer.getBoundingClientRect();
    return { composer, width, height, changes };
  };

  const calm = await waitForCalm(look, isSame, { ...PATIENCE, ...patience });
  observer.disconnect();
  return calm?.composer ?? null;
}
