import type { CDPSession, Page } from '@playwright/test';
import type { FillOutcome } from '@/utils/content/draft/fill-draft';
import type { Pace, WaitOptions } from '@/utils/content/draft/wait';
import type { ComposerReading } from '@/utils/model/drafts';

/** The draft functions in an isolated world of a page, like an extension's content script. */
export interface IsolatedWorld {
  fill(text: string, pace?: Pace): Promise<FillOutcome>;
  /** Two concurrent calls. */
  fillTwice(text: string): Promise<FillOutcome[]>;
  read(): Promise<string>;
  /** Reads the user's text in this page. */
  typed(hints: readonly string[]): Promise<ComposerReading>;
  /** The id or tag of the composer that was found. */
  find(hints?: readonly string[]): Promise<string | null>;
  wait(options: Partial<WaitOptions>): Promise<string | null>;
  /** Duration of the last `fill` in ms. */
  tookMs(): Promise<number>;
}

const sessions = new WeakMap<Page, CDPSession>();

export async function openIsolatedWorld(page: Page, script: string): Promise<IsolatedWorld> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'understudy',
  });

  async function run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? 'It threw');
    return result.value as T;
  }

  await run(`${script};
    const composer = () => draftFunctions.findComposer(document, []);
    const name = (element) => element === null ? null : element.id || element.localName;
    let tookMs = 0;
    const timed = async (text, pace) => {
      const start = performance.now();
      try { return await draftFunctions.fillDraft(composer(), text, pace); } finally { tookMs = performance.now() - start; }
    };
    0`);
  const json = JSON.stringify;
  return {
    fill: (text, pace) => run(`timed(${json(text)}, ${pace === undefined ? 'undefined' : json(pace)})`),
    fillTwice: (text) => run(`Promise.all([timed(${json(text)}), timed(${json(text)})])`),
    read: () => run('draftFunctions.readDraft(composer())'),
    typed: (hints) => run(`draftFunctions.readComposerText(${json(hints)})`),
    find: (hints = []) => run(`name(draftFunctions.findComposer(document, ${json(hints)}))`),
    wait: (options) => run(`draftFunctions.waitForComposer(document, [], ${json(options)}).then(name)`),
    tookMs: () => run('tookMs'),
  };
}
