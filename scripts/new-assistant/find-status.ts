import { findPage } from '@/utils/app/find-page';
import { parseUrl } from '@/utils/model/address';
import type { Asker } from './ask';
import type { AssistantFacts } from './assistant-facts';
import { findParts } from './find-parts';
import type { Source } from './sources';

/** Without an answer, not even the format is known to be unsupported. */
const isSilence = (reason: string) => reason === 'unreachable' || reason === 'timeout';

/** Throws unless the address starts with https. */
export function addressOf(text: string): URL {
  const url = parseUrl(text);
  if (url?.protocol === 'https:') return url;
  throw new Error(`"${text}" is no address that begins with https.`);
}

/** Throws if components were named that can't be used, instead of ignoring them. */
function refuseParts(asker: Asker, flags: readonly string[], why: string): void {
  const named = flags.filter((flag) => asker.given(flag) !== null).map((flag) => `--${flag}`);
  if (named.length > 0) throw new Error(`${why}: ${named.join(' and ')} cannot be used. Nothing was written.`);
}

/** Detects the format and the components, and asks which one is the chat: no id is ever guessed. */
export async function findStatus(
  source: Source,
  asker: Asker,
  say: (text: string) => void,
): Promise<AssistantFacts['page']> {
  const isFromFiles = source.kind === 'files';
  const answer = isFromFiles
    ? await asker.ask('page', 'Which status page are the files of?')
    : await asker.ask('page', 'Its official status page? Empty where there is none.', '');
  if (answer === '' && !isFromFiles) {
    refuseParts(asker, ['core', 'features'], 'There is no status page');
    return { kind: 'none' };
  }
  const { host } = addressOf(answer);
  const found = await findPage((url) => source.fetchDocument(url, [host]), host);
  if (found.page === null) {
    const { reason } = found;
    if (isFromFiles || isSilence(reason)) {
      throw new Error(`${await source.whyNothing(answer, reason)}\nNothing was written.`);
    }
    refuseParts(asker, ['core', 'features'], `${answer} is in no form that we know (${reason})`);
    say(`${answer} is in no form that we know (${reason}): it will be a link, and the assistant unknown.`);
    return { kind: 'link', address: answer, reason: 'closed_page' };
  }
  const { platform, origin, pageId } = found.page;
  if (!found.reading.ok)
    throw new Error(`${answer} has the format ${platform}, but reading it failed: ${found.reading.failure.kind}.`);
  const listed = found.reading.report.components;
  say(`${answer} has the format ${platform}. It lists:`);
  for (const [index, { id, name }] of listed.entries()) say(`  ${String(index + 1).padStart(3)}  ${name}  (${id})`);
  const core = findParts(listed, await asker.ask('core', 'Which of them is the chat? Leave empty if unknown.', ''));
  if (core.length === 0) {
    refuseParts(asker, ['features'], 'Nobody said which part is the chat (--core)');
    return { kind: 'link', address: origin, reason: 'part_not_known' };
  }
  const others = await asker.ask(
    'features',
    'Which others belong to it and may be selected by users (such as an API)?',
    '',
  );
  return { kind: 'read', platform, origin, pageId, core, features: findParts(listed, others) };
}
