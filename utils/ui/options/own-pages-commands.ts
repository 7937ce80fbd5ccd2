import { everyone } from '@/utils/assistants/everyone';
import { patternOf } from '@/utils/assistants/patterns';
import { forgetHistory } from '@/utils/browser/forget-history';
import { requestAccess } from '@/utils/browser/permissions';
import { speechNow } from '@/utils/browser/translate';
import type { Options } from '@/utils/model/options';
import { MAX_OWN_PAGES } from '@/utils/model/own-page';
import type { PageSearch, WatchablePage } from '@/utils/model/page-search';
import { withOwnPage, withoutOwnPage } from '@/utils/rules/change-own-pages';
import { type AddressCheck, checkAddress } from '@/utils/rules/check-address';
import { makeOwnPage } from '@/utils/rules/make-own-page';
import { changeOptions } from '@/utils/ui/change-options';
import { tellBackground } from '@/utils/ui/tell-background';
import type { OwnPageActions } from './options-actions';
import type { OwnPageProblem, OwnPageSearch } from './own-pages-view';

/** What the commands need of the page that they are given in. */
export interface OwnPagesState {
  options(): Options;
  /** Null: nothing is looked for. */
  search(): OwnPageSearch | null;
  setSearch(search: OwnPageSearch | null): void;
  /** Never rejects. */
  searchPage(address: string): Promise<PageSearch>;
}

/** HTTPS alone, for what is told must not be told by whoever is on the way; and no port, which no permission can name in every browser. */
function checkPublic(typed: string, taken: readonly string[]): AddressCheck | { kind: 'has_port' } {
  const checked = checkAddress(typed, taken);
  if (checked.kind !== 'good') return checked;
  const { protocol, port } = new URL(checked.url);
  if (protocol !== 'https:') return { kind: 'not_https' };
  return port === '' ? checked : { kind: 'has_port' };
}

const takenPages = (): string[] => everyone().flatMap(({ statusPages }) => statusPages.map(({ address }) => address));

function chatOf(typed: string): { url: string | null } | { problem: OwnPageProblem } {
  if (typed.trim() === '') return { url: null };
  // A host has one banner, which a chat or a console that is known already would keep.
  const chats = everyone().flatMap(({ chatSites, consoles }) =>
    [...chatSites, ...consoles.map(({ site }) => site)].map(({ url }) => url),
  );
  const checked = checkPublic(typed, chats);
  return checked.kind === 'good' ? { url: checked.url } : { problem: checked.kind };
}

/** What the section "Status pages of your own" asks of the browser. */
export function ownPagesCommands(page: OwnPagesState): OwnPageActions {
  const look = (address: string) => {
    page.setSearch({ address, outcome: null });
    void page.searchPage(address).then((outcome) => {
      // Whoever has gone on to another address meanwhile is not called back.
      if (page.search()?.address === address) page.setSearch({ address, outcome });
    });
  };
  return {
    lookForPage(typed) {
      const checked = checkPublic(typed, takenPages());
      if (checked.kind !== 'good') return checked.kind;
      if (page.options().ownPages.length >= MAX_OWN_PAGES) return 'too_many';
      look(checked.url);
      return null;
    },
    allowPage() {
      const { address } = page.search() ?? {};
      if (address === undefined) return;
      const { host } = new URL(address);
      void requestAccess([patternOf(host)])
        .catch(() => false)
        .then((isGranted) => isGranted && look(address));
    },
    addOwnPage(found: WatchablePage, { name, partIds, chat }) {
      if (partIds.length === 0) return 'no_parts';
      const chatSite = chatOf(chat);
      if ('problem' in chatSite) return chatSite.problem;
      const own = makeOwnPage(found, { name, partIds, chatUrl: chatSite.url }, speechNow().now);
      // Whoever is new has not been read yet.
      void changeOptions((options) => withOwnPage(options, own)).then(() => tellBackground({ type: 'opened' }));
      page.setSearch(null);
      return null;
    },
    dropSearch: () => page.setSearch(null),
    removeOwnPage(id) {
      void changeOptions((options) => withoutOwnPage(options, id)).then(() => forgetHistory(id).catch(() => null));
    },
  };
}
