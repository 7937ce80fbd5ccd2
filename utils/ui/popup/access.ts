import { chatPatterns, countedConsoles, patternOf, statusPatterns } from '@/utils/assistants/patterns';
import { hasAccess, hasEvidence } from '@/utils/browser/permissions';
import { type Assistant, type AssistantId, hasClosedPage } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { siteOf } from '@/utils/ui/text';

/** Which optional permissions are granted. Missing entries are not known, and nothing is offered for them. */
export interface PopupAccess {
  /** Chat sites. */
  chats: Partial<Record<AssistantId, boolean>>;
  /** Consoles of the optional components that the user counts, by host. */
  consoles?: Readonly<Record<string, boolean>>;
  /** Status pages that can be read only with a permission for their host. */
  pages: Partial<Record<AssistantId, boolean>>;
  /** Observing the outcome of requests; null while that is not known. */
  evidence: boolean | null;
}

export const ACCESS_NOT_KNOWN: PopupAccess = { chats: {}, pages: {}, evidence: null };

/** Whether banners are allowed on no chat site. The popup then explains them without a click. */
export function isBannerless({ chats }: PopupAccess): boolean {
  return Object.values(chats).every((isGranted) => !isGranted);
}

async function grantsOf(
  assistants: readonly Assistant[],
  patternsOf: (assistant: Assistant) => string[],
): Promise<Partial<Record<AssistantId, boolean>>> {
  const entries = assistants.map(async (one) => [one.id, await hasAccess(patternsOf(one))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function consoleGrants({ watched, parts }: Pick<Options, 'watched' | 'parts'>): Promise<Record<string, boolean>> {
  const sites = watched.flatMap((id) => countedConsoles(assistantOf(id), parts[id] ?? []));
  const entries = sites.map(async ({ host }) => [host, await hasAccess([patternOf(host)])] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Reads the permissions for the sites of watched assistants, and for all status pages that need one. */
export async function readAccess(options: Pick<Options, 'watched' | 'parts'>): Promise<PopupAccess> {
  const withChat = options.watched.map(assistantOf).filter(({ chatSites }) => chatSites.length > 0);
  const closed = allAssistants().filter(hasClosedPage);
  const [chats, consoles, pages, evidence] = await Promise.all([
    grantsOf(withChat, chatPatterns),
    consoleGrants(options),
    grantsOf(closed, statusPatterns),
    hasEvidence(),
  ]);
  return { chats, consoles, pages, evidence };
}

/** The hosts whose permission is missing to read the status page, as a list; null where none is missing. */
export function missingHosts(assistant: Assistant, { pages }: PopupAccess): string | null {
  const { id, statusPages } = assistant;
  if (!hasClosedPage(assistant) || pages[id] !== false) return null;
  return [...new Set(statusPages.flatMap((page) => page.hosts))].join(', ');
}

/** A site on which the banner can be shown. */
export interface BannerSite {
  assistantId: AssistantId;
  /** The host of a console; null for the chat itself. */
  console: string | null;
  /** Host and path, as shown to the user. */
  site: string;
}

/** The chats of the watched assistants and the consoles of counted components, by whether the banner is allowed there. */
export function bannerSites(
  { watched, parts }: Options,
  { chats, consoles }: PopupAccess,
): { granted: BannerSite[]; offered: BannerSite[] } {
  const all = watched.flatMap((assistantId) => {
    const assistant = assistantOf(assistantId);
    const [chat] = assistant.chatSites;
    return [
      ...(chat === undefined
        ? []
        : [{ assistantId, console: null, site: siteOf(chat), isGranted: chats[assistantId] }]),
      ...countedConsoles(assistant, parts[assistantId] ?? []).map(({ host }) => ({
        assistantId,
        console: host,
        site: host,
        isGranted: consoles?.[host],
      })),
    ];
  });
  const withAccess = (wanted: boolean): BannerSite[] =>
    all
      .filter(({ isGranted }) => isGranted === wanted)
      .map(({ assistantId, console, site }) => ({ assistantId, console, site }));
  return { granted: withAccess(true), offered: withAccess(false) };
}
