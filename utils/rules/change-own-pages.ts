import type { OwnPageId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { MAX_OWN_PAGES, type OwnPage } from '@/utils/model/own-page';
import { withMember } from './with-member';

/** Adds a status page of the person's own and watches it. One that is there already, or one too many, changes nothing. */
export function withOwnPage(options: Options, page: OwnPage): Options {
  const { ownPages, watched } = options;
  const isThere = ownPages.some(({ id, address }) => id === page.id || address === page.address);
  if (isThere || ownPages.length >= MAX_OWN_PAGES) return options;
  return { ...options, ownPages: [...ownPages, page], watched: [...watched, page.id] };
}

/** Takes it away, and with it all that was chosen about it. */
export function withoutOwnPage(options: Options, id: OwnPageId): Options {
  const { [id]: _, ...parts } = options.parts;
  const { [id]: __, ...loudness } = options.loudness;
  return {
    ...options,
    ownPages: options.ownPages.filter((page) => page.id !== id),
    watched: withMember(options.watched, id, false),
    planB: options.planB.filter((way) => way !== id),
    signedIn: withMember(options.signedIn, id, false),
    parts,
    loudness,
  };
}
