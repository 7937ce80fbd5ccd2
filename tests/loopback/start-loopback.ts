import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerPage } from './answer-page';
import { behaviorAt, type PageBehavior } from './behavior';
import { makeCertificate } from './certificate';
import { answerHandshake, answerSite } from './chat-sites/answer-site';
import { LOOPBACK_SITES } from './chat-sites/loopback-sites';
import { sendUrl } from './chat-sites/send-url';
import { checkScenario } from './check-scenario';
import type { Loopback, LoopbackOptions, SiteOverride } from './loopback';
import {
  answerOpinion,
  isOpinionRequest,
  OPINION_HOSTS,
  type OpinionBehavior,
  type OpinionHost,
} from './opinion-sources';
import { pageStateAt } from './page-state-at';
import { LOOPBACK_PAGES } from './pages/loopback-pages';
import { hostOf, type LoggedRequest, logRequest } from './request-log';
import { CALM_PAGE, CALM_SITE, type Scenario } from './scenario';

const WELL = { kind: 'well' } as const;
const HOSTS = [
  ...LOOPBACK_PAGES.flatMap(({ host, formerHosts }) => [host, ...formerHosts]),
  ...LOOPBACK_SITES.flatMap((site) => [site.host, sendUrl(site).host]),
  ...OPINION_HOSTS,
];

export async function startLoopback({ now, ...first }: LoopbackOptions): Promise<Loopback> {
  const { key, cert, spki } = await makeCertificate(HOSTS);
  const pageOverrides = new Map<string, PageBehavior>();
  const siteOverrides = new Map<string, SiteOverride>();
  const opinions = new Map<OpinionHost, OpinionBehavior>();
  const upgraded = new Set<Duplex>();
  let requests: LoggedRequest[] = [];
  let scenario: Scenario;
  let startedAt: number;
  let isFrozen = now === undefined;
  let clock = now ?? (() => startedAt);
  load(first.scenario, first.startedAt);

  function load(next: Scenario, nextStartedAt = Date.now() - next.durationMs): void {
    checkScenario(next);
    scenario = next;
    startedAt = nextStartedAt;
    pageOverrides.clear();
    siteOverrides.clear();
    opinions.clear();
    if (isFrozen) clock = () => startedAt;
  }

  function siteBehavior(host: string, offset: number): Required<SiteOverride> {
    const timeline = scenario.sites[host] ?? CALM_SITE;
    const override = siteOverrides.get(host);
    return {
      load: override?.load ?? behaviorAt(timeline.loads, offset, WELL),
      send: override?.send ?? behaviorAt(timeline.sends, offset, WELL),
    };
  }

  const server = createServer({ key, cert }, (request, response) => {
    const logged = logRequest(request, response);
    requests.push(logged);
    const { host } = logged;
    const offset = clock() - startedAt;
    const page = LOOPBACK_PAGES.find((candidate) => [candidate.host, ...candidate.formerHosts].includes(host));
    const site = LOOPBACK_SITES.find((candidate) => [candidate.host, candidate.sendHost].includes(host));
    if (isOpinionRequest(logged)) {
      answerOpinion(logged, opinions, clock(), response);
    } else if (page) {
      const timeline = scenario.pages[page.host] ?? CALM_PAGE;
      const behavior = pageOverrides.get(page.host) ?? behaviorAt(timeline.behaviors, offset, WELL);
      const seenAt = behavior.kind === 'older-copy' ? offset - behavior.byMs : offset;
      answerPage(page, pageStateAt(page, timeline, startedAt, seenAt), behavior, logged, response);
    } else if (site) {
      answerSite(site, siteBehavior(site.host, offset), request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  // Extension pages may open sockets elsewhere; only chat sites answer.
  server.on('upgrade', (request, socket) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    const site = LOOPBACK_SITES.find(({ host }) => host === hostOf(request));
    if (site === undefined) socket.destroy();
    else answerHandshake(siteBehavior(site.host, clock() - startedAt).send, request, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    spki,
    resolverRules: `MAP * 127.0.0.1:${port}`,
    get scenario() {
      return scenario;
    },
    get startedAt() {
      return startedAt;
    },
    get offsetMs() {
      return clock() - startedAt;
    },
    get requests() {
      return requests;
    },
    clearRequests() {
      requests = [];
    },
    seek(offsetMs) {
      isFrozen = true;
      clock = () => startedAt + offsetMs;
    },
    play(nextClock) {
      isFrozen = false;
      clock = nextClock;
    },
    override: (host, behavior) => setOrDelete(pageOverrides, knownHost(host, LOOPBACK_PAGES), behavior),
    overrideSite: (host, behaviors) => setOrDelete(siteOverrides, knownHost(host, LOOPBACK_SITES), behaviors),
    opine: (host, behavior) => setOrDelete(opinions, host, behavior),
    load,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        // Upgraded connections are no longer the server's.
        for (const socket of upgraded) socket.destroy();
      }),
  };
}

function setOrDelete<Key extends string, Value>(map: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function knownHost(host: string, hosts: readonly { host: string }[]): string {
  if (!hosts.some((known) => known.host === host)) throw new Error(`Nobody plays ${host} here.`);
  return host;
}
