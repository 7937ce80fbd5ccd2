import * as clock from '@/utils/browser/clock';
import { forgetHistory } from '@/utils/browser/history';
import { requestAccess } from '@/utils/browser/permissions';
import { formatCount } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { patternOf } from '@/utils/model/address';
import type { OwnPageId, StatusPage } from '@/utils/model/assistant';
import {
  flashdutyIdIn,
  MAX_OWN_PAGES,
  type OwnPage,
  type PageSearch,
  type WatchablePage,
} from '@/utils/model/status-page';
import {
  type AddressCheck,
  checkAddress,
  makeOwnPage,
  onlyChoice,
  parseTyped,
  withOwnPage,
  withoutOwnPage,
} from '@/utils/rules/settings/own-pages';
import { changeOptions, tellBackground } from '@/utils/ui/options-access';
import { allAssistants } from '@/utils/ui/page-registry';
import type { DataAccess, OwnPageSearch } from './state';

/** Why a page cannot be looked at or added as it stands. */
export type OwnPageProblem = Exclude<AddressCheck['kind'], 'good'> | 'has_port' | 'no_parts' | 'too_many';

/** What a search for a status page has found so far. */
export function searchWords({ address, outcome }: OwnPageSearch, { t }: Speech): string {
  const { host } = new URL(address);
  switch (outcome?.kind) {
    case undefined:
      return t('own_page_looking', host);
    case 'found':
      return t('own_page_found', outcome.page.name, host);
    case 'needs_access':
      return t('own_page_needs_access', host);
    case 'added':
      return t('own_page_added', outcome.name, host);
    case 'not_watchable':
      return t('own_page_incidents_only', host);
    case 'lists_nothing':
      return t('own_page_lists_nothing', host);
    case 'not_found':
      return outcome.reason === 'not_recognized' ? t('own_page_not_known', host) : t(`reason_${outcome.reason}`);
  }
}

export function ownPageProblemWords(problem: OwnPageProblem, speech: Speech): string {
  switch (problem) {
    case 'has_wildcard':
    case 'has_empty_label':
    case 'has_credentials':
      return speech.t(`address_${problem}`);
    case 'too_many':
      return speech.t('own_page_too_many', formatCount(MAX_OWN_PAGES, speech));
    default:
      return speech.t(`own_page_${problem}`);
  }
}

/** Only HTTPS, so that the reports cannot be forged on the way; and no port, because not every browser can grant one. */
function checkPublic(typed: string, taken: readonly string[]): AddressCheck | { kind: 'has_port' } {
  const checked = checkAddress(typed, taken);
  if (checked.kind !== 'good') return checked;
  const { protocol, port } = new URL(checked.url);
  if (protocol !== 'https:') return { kind: 'not_https' };
  return port === '' ? checked : { kind: 'has_port' };
}

/** The addresses of the listed pages, without those of Flashduty with another id than the typed address names. */
function takenPages(typed: string): string[] {
  const parsed = parseTyped(typed);
  const named = parsed.kind === 'good' ? flashdutyIdIn(parsed.url.pathname) : null;
  const isOther = ({ platform, pageId }: StatusPage) => platform === 'flashduty' && named !== null && named !== pageId;
  return allAssistants()
    .flatMap(({ statusPages }) => statusPages)
    .filter((page) => !isOther(page))
    .map(({ address }) => address);
}

function chatOf(typed: string): { url: string | null } | { problem: OwnPageProblem } {
  if (typed.trim() === '') return { url: null };
  // A host has one banner, which belongs to the chat or console that is known already.
  const chats = allAssistants().flatMap(({ chatSites, consoles }) =>
    [...chatSites, ...consoles.map(({ site }) => site)].map(({ url }) => url),
  );
  const checked = checkPublic(typed, chats);
  return checked.kind === 'good' ? { url: checked.url } : { problem: checked.kind };
}

/** Finds the status page at an address. Never rejects. */
export type SearchPage = (address: string) => Promise<PageSearch>;

/** What the section "Custom status pages" does. */
export function ownPagesActions({ get, set }: DataAccess, searchPage: SearchPage) {
  const add = (own: OwnPage) => {
    // The new page has not been read yet.
    void changeOptions((options) => withOwnPage(options, own)).then(() => tellBackground({ type: 'opened' }));
  };
  const look = (address: string) => {
    set({ search: { address, outcome: null } });
    void searchPage(address).then((outcome) => {
      // The user may have gone on to another address meanwhile.
      if (get().search?.address !== address) return;
      const own = outcome.kind === 'found' ? onlyChoice(outcome.page, clock.now()) : null;
      if (own === null) return set({ search: { address, outcome } });
      add(own);
      set({ search: { address, outcome: { kind: 'added', name: own.name } } });
    });
  };
  return {
    /** Returns what is wrong with the address; null when the search has begun. */
    lookForPage(typed: string): OwnPageProblem | null {
      const checked = checkPublic(typed, takenPages(typed));
      if (checked.kind !== 'good') return checked.kind;
      if (get().options.ownPages.length >= MAX_OWN_PAGES) return 'too_many';
      look(checked.url);
      return null;
    },
    /** Asks for access to the host that was looked at, then looks again. Browsers grant access only within the click. */
    allowPage(): void {
      const { address } = get().search ?? {};
      if (address === undefined) return;
      const { host } = new URL(address);
      void requestAccess([patternOf(host)])
        .catch(() => false)
        .then((isGranted) => isGranted && look(address));
    },
    /** Watches the page that was found. Returns what is wrong with the choice; null when the page was added. */
    addOwnPage(
      found: WatchablePage,
      { name, partIds, chat }: { name: string; partIds: string[]; chat: string },
    ): OwnPageProblem | null {
      if (partIds.length === 0) return 'no_parts';
      const chatSite = chatOf(chat);
      if ('problem' in chatSite) return chatSite.problem;
      const own = makeOwnPage(found, { name, partIds, chatUrl: chatSite.url }, clock.now());
      add(own);
      set({ search: null });
      return null;
    },
    dropSearch: () => set({ search: null }),
    /** Also deletes its history, unless the page stays because the options could not be written. */
    removeOwnPage(id: OwnPageId): void {
      void changeOptions((options) => withoutOwnPage(options, id))
        .then((isRemoved) => (isRemoved ? forgetHistory(id) : undefined))
        .catch(() => null);
    },
  };
}
