import type { Assistant, AssistantPart, ChatSite, Dependency, StatusPage } from '@/utils/model/assistant';
import type { PlatformId } from '@/utils/model/report';

/** The page's names for status components, by component id. */
type Parts = Readonly<Record<string, string>>;

const partsOf = (parts: Parts): AssistantPart[] => Object.entries(parts).map(([id, name]) => ({ id, name }));

interface PageFacts {
  /** Absent if no id is recorded. */
  core?: Parts;
  /** Exact names of core components whose ids are not recorded. */
  coreNames?: readonly string[];
  features?: Parts;
  pageId?: string | null;
  /** Base path of its documents. */
  path?: string;
  /** Hosts that may serve the page in addition to its own. */
  otherHosts?: readonly string[];
  isCorsOpen?: boolean;
  /** Default: several. */
  covers?: StatusPage['covers'];
  /** Default: false. */
  lacksChat?: boolean;
}

/**
 * A status page with its own host. Statuspage allows cross-origin reads of public pages; for other platforms the facts
 * must say so. https://support.atlassian.com/statuspage/docs/what-are-the-different-apis-under-statuspage
 */
export function statusPage(platform: PlatformId, host: string, facts: PageFacts): StatusPage {
  const {
    core = {},
    coreNames = [],
    features = {},
    pageId = null,
    path = '',
    otherHosts = [],
    isCorsOpen = platform === 'statuspage',
    covers = 'several',
    lacksChat = false,
  } = facts;
  return {
    platform,
    address: `https://${host}${path}`,
    pageId,
    hosts: [host, ...otherHosts],
    covers,
    lacksChat,
    isCorsOpen,
    core: partsOf(core),
    coreNames,
    features: partsOf(features),
  };
}

/** A chat site; `start` is the path of a new conversation, `path` the common path of all conversations. */
export function chatSite(host: string, start = '/', path = '/'): ChatSite {
  return { host, path, url: `https://${host}${start}` };
}

/** Defaults. */
const NOTHING_KNOWN = {
  isFeatured: false,
  statusPages: [],
  statusLink: null,
  unreadReason: 'no_public_page',
  dependsOn: [],
  consoles: [],
  sendPaths: [],
  newChatPaths: [],
  signInPaths: [],
  composerHints: [],
  conversation: { person: [], assistant: [], endpoint: null },
  maxMessage: null,
  prefill: null,
  modelNames: null,
  modelFamilies: [],
  promise: null,
} as const satisfies Partial<Assistant>;

type Facts = Omit<Assistant, keyof typeof NOTHING_KNOWN> & Partial<Assistant>;

/** Builds a registry entry from the known facts. */
export function describe(facts: Facts): Assistant {
  return { ...NOTHING_KNOWN, ...facts };
}

/** Dependencies of assistants that use other providers' models: the API components of those providers. */
export const MODEL_PROVIDERS: readonly Dependency[] = [
  { assistantId: 'claude', partIds: ['k8w3r06qmzrp'] },
  { assistantId: 'chatgpt', partIds: ['01JMXBRMFE6N2NNT7DG6XZQ6PW', '01JP8CD9JR3HR6Y7G4Q75N4DVW'] },
];
