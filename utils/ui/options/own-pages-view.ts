import { ownAssistant } from '@/utils/assistants/own-assistant';
import type { OwnPageId } from '@/utils/model/assistant';
import { MAX_OWN_PAGES, type OwnPage } from '@/utils/model/own-page';
import type { PageSearch, WatchablePage } from '@/utils/model/page-search';
import type { AddressCheck } from '@/utils/rules/check-address';
import { MAKER_NAMES } from '@/utils/ui/maker-names';
import { type Mark, markOf } from '@/utils/ui/mark';
import { plural } from '@/utils/words/plural';
import type { Speech } from '@/utils/words/speech';

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
