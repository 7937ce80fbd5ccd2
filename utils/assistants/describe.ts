import type { Assistant, AssistantPart, ChatSite, StatusPage } from '@/utils/model/assistant';
import type { PlatformId } from '@/utils/model/report';

/** Part ids of a status page, each with the page's name for it. */
type Parts = Readonly<Record<string, string>>;

const partsOf = (parts: Parts): AssistantPart[] => Object.entries(parts).map(([id, name]) => ({ id, name }));

interface PageFacts {
  core: Parts;
  features?: Parts;
  pageId?: string | null;
  /** Where its documents lie below. */
  path?: string;
  /** Hosts that may answer beside its own. */
  otherHosts?: readonly string[];
  isCorsOpen?: boolean;
  /** Default: several. */
  covers?: StatusPage['covers'];
}

/** A status page with a host of its own. Statuspage lets everybody read (documented); of others that has to be said. */
export function statusPage(platform: PlatformId, host: string, facts: PageFacts): StatusPage {
  const {
    core,
    features = {},
    pageId = null,
    path = '',
    otherHosts = [],
    isCorsOpen = platform === 'statuspage',
    covers = 'several',
  } = facts;
  return {
    platform,
    address: `https://${host}${path}`,
    pageId,
    hosts: [host, ...otherHosts],
    covers,
    isCorsOpen,
    core: partsOf(core),
    features: partsOf(features),
  };
}

/** A place to chat; `start` is the path of a new conversation, `path` where on the host all of them live. */
export function chatSite(host: string, start = '/', path = '/'): ChatSite {
  return { host, path, url: `https://${host}${start}` };
}

/** What most lack, and what of nobody is known until somebody has seen it. */
const NOTHING_KNOWN = {
  isFeatured: false,
  statusPages: [],
  statusLink: null,
  unreadReason: 'no_public_page',
  dependsOn: [],
  consoles: [],
  sendPaths: [],
  signInPaths: [],
  composerHints: [],
  prefill: null,
  modelNames: null,
} as const satisfies Partial<Assistant>;

type Facts = Omit<Assistant, keyof typeof NOTHING_KNOWN> & Partial<Assistant>;

/** An assistant from what is known of it. */
export function describe(facts: Facts): Assistant {
  return { ...NOTHING_KNOWN, ...facts };
}
