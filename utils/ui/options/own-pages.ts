import { ownAssistant } from '@/utils/assistants/lookups';
import { patternOf } from '@/utils/assistants/patterns';
import { forgetHistory } from '@/utils/browser/history';
import { speechNow } from '@/utils/browser/i18n';
import { requestAccess } from '@/utils/browser/permissions';
import { plural } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { OwnPageId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { MAX_OWN_PAGES, type OwnPage, type PageSearch, type WatchablePage } from '@/utils/model/own-page';
import {
  type AddressCheck,
  checkAddress,
  makeOwnPage,
  withOwnPage,
  withoutOwnPage,
} from '@/utils/rules/settings/own-pages';
import { type Mark, markOf } from '@/utils/ui/marks';
import { changeOptions, tellBackground } from '@/utils/ui/options-access';
import { allAssistants } from '@/utils/ui/page-registry';
import { MAKER_NAMES } from '@/utils/ui/text';
import type { OwnPageActions } from './actions';

/** Why a page cannot be looked at or added as it stands. */
export type OwnPageProblem = Exclude<AddressCheck['kind'], 'good'> | 'has_port' | 'no_parts' | 'too_many';

/** What the person is looking for; `outcome` is null while we look. */
export interface OwnPageSearch {
  address: string;
  outcome: PageSearch | null;
}

/** One page of the person's own. */
export interface OwnPageRow {
  id: OwnPageId;
  name: string;
  mark: Mark;
  /** Its host, and how many of its parts count. */
  detail: string;
  remove: { label: string; name: string };
}

/** A page that was found, before it is watched: what it is, and what is to be chosen about it. */
export interface OwnPagePreview {
  page: WatchablePage;
  /** "Made with Statuspage. Components: 14. Open incidents: 1." */
  gist: string;
  name: { label: string; value: string };
  parts: { label: string; why: string; choices: { id: string; label: string }[] };
  chat: { label: string; why: string };
  watch: string;
  cancel: string;
  problems: Record<OwnPageProblem, string>;
}

/** The section "Status pages of your own" of the options page. */
export interface OwnPagesView {
  heading: string;
  why: string;
  pages: OwnPageRow[];
  form: { address: string; look: string; problems: Record<OwnPageProblem, string> };
  /** What came of looking, in a sentence; empty when nobody has looked. */
  said: string;
  /** What can be allowed so that more can be seen; null where that would not help. */
  allow: string | null;
  preview: OwnPagePreview | null;
}

function outcomeWords(search: OwnPageSearch, { t }: Speech): string {
  const { host } = new URL(search.address);
  const { outcome } = search;
  switch (outcome?.kind) {
    case undefined:
      return t('own_page_looking', host);
    case 'found':
      return t('own_page_found', outcome.page.name, host);
    case 'needs_access':
      return t('own_page_needs_access', host);
    case 'not_watchable':
      if (outcome.platform === 'feed') return t('own_page_feed', host);
      return t('own_page_not_watchable', host, MAKER_NAMES[outcome.platform]);
    case 'lists_nothing':
      return t('own_page_lists_nothing', host);
    case 'not_found':
      return outcome.reason === 'not_recognised' ? t('own_page_not_known', host) : t(`reason_${outcome.reason}`);
  }
}

function problemsOf({ t, locale }: Speech): Record<OwnPageProblem, string> {
  return {
    not_an_address: t('own_page_not_an_address'),
    has_wildcard: t('address_has_wildcard'),
    has_empty_label: t('address_has_empty_label'),
    has_credentials: t('address_has_credentials'),
    not_https: t('own_page_not_https'),
    has_port: t('own_page_has_port'),
    already_there: t('own_page_already_there'),
    no_parts: t('own_page_no_parts'),
    too_many: t('own_page_too_many', new Intl.NumberFormat(locale).format(MAX_OWN_PAGES)),
  };
}

function previewOf(page: WatchablePage, speech: Speech): OwnPagePreview {
  const { t, locale } = speech;
  const number = new Intl.NumberFormat(locale);
  return {
    page,
    gist: t(
      'own_page_gist',
      MAKER_NAMES[page.platform],
      number.format(page.components.length),
      number.format(page.openIncidents),
    ),
    name: { label: t('own_page_name'), value: page.name },
    parts: {
      label: t('own_page_parts'),
      why: t('own_page_parts_why'),
      choices: page.components.map(({ id, name, group }) => ({
        id,
        label: group === null ? name : `${group}: ${name}`,
      })),
    },
    chat: { label: t('own_page_chat'), why: t('own_page_chat_why') },
    watch: t('own_page_watch'),
    cancel: t('own_page_cancel'),
    problems: problemsOf(speech),
  };
}

function rowOf(page: OwnPage, speech: Speech): OwnPageRow {
  const { t } = speech;
  const watched = new Intl.NumberFormat(speech.locale).format(page.core.length);
  return {
    id: page.id,
    name: page.name,
    mark: markOf(ownAssistant(page)),
    detail: plural(
      'own_page_detail',
      page.core.length + page.features.length,
      speech,
      new URL(page.address).host,
      watched,
    ),
    remove: { label: t('own_page_remove'), name: t('own_page_remove_for', page.name) },
  };
}

export function ownPagesView(pages: readonly OwnPage[], search: OwnPageSearch | null, speech: Speech): OwnPagesView {
  const { t } = speech;
  const outcome = search?.outcome ?? null;
  return {
    heading: t('own_pages'),
    why: t('own_pages_why'),
    pages: pages.map((page) => rowOf(page, speech)),
    form: { address: t('own_page_address'), look: t('own_page_look'), problems: problemsOf(speech) },
    said: search === null ? '' : outcomeWords(search, speech),
    allow: outcome?.kind === 'needs_access' ? t('own_page_allow', outcome.host) : null,
    preview: outcome?.kind === 'found' ? previewOf(outcome.page, speech) : null,
  };
}

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

const takenPages = (): string[] =>
  allAssistants().flatMap(({ statusPages }) => statusPages.map(({ address }) => address));

function chatOf(typed: string): { url: string | null } | { problem: OwnPageProblem } {
  if (typed.trim() === '') return { url: null };
  // A host has one banner, which a chat or a console that is known already would keep.
  const chats = allAssistants().flatMap(({ chatSites, consoles }) =>
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
