import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN, bannerSiteAt, type Registry } from '@/utils/assistants/lookups';
import { requestPathsOn, socketPatterns } from '@/utils/assistants/patterns';
import { hostOfPattern, parseUrl } from '@/utils/model/address';
import type { AssistantId } from '@/utils/model/assistant';
import { awaitsRequests, type EvidenceMemory, type SeenRequest } from '@/utils/model/evidence';
import type { Replies, TimingMessage } from '@/utils/model/messages';
import type { Status } from '@/utils/model/status';
import { purposeOf, type Source, withTabMoved } from '@/utils/rules/evidence/classify';
import { withoutReportedSpells } from '@/utils/rules/evidence/learned';
import {
  expirePendingRequests,
  reduceRequestEvent,
  reduceTiming,
  SILENT_AFTER_MS,
  stagesOfTiming,
} from '@/utils/rules/evidence/requests';
import { withLimitOf } from '@/utils/rules/notifying/awaited';
import type { Sender } from './commands';
import { evaluateAll, newDecisions } from './evaluate';
import type { Ports, RunExclusive } from './ports';
import { planWakeUp, runRound } from './round';
import { offerLost, tidyAllDrafts } from './saved-drafts';
import { forgetVisits, noteRequest } from './sightings';
import { evaluationContext, stateOf } from './state';
import { flushNotificationOutbox, showSurfaces } from './surfaces';
import { awaitedAgain } from './waiting';

interface EvidenceResult {
  /** Assistants with new evidence. */
  ids: AssistantId[];
  /** `begun`: one of them is newly suspected; `known`: one is or was suspected, none newly; `none`: none is or was. */
  suspicion: { kind: 'none' } | { kind: 'begun' | 'known'; registry: Registry; rendered: Promise<void> };
  /** Whether the end of a limit was learned or forgotten. */
  isLimitNew: boolean;
}

const NOTHING = { suspicion: { kind: 'none' }, isLimitNew: false } as const;

const changed = (before: EvidenceMemory, after: EvidenceMemory, watched: readonly AssistantId[]): AssistantId[] =>
  watched.filter((id) => before.events[id] !== after.events[id]);

/** What the status learns from new evidence, other than a suspicion. */
type Learn = (status: Status, memory: EvidenceMemory) => Status;

type Step = (memory: EvidenceMemory, watched: readonly AssistantId[]) => EvidenceMemory | Promise<EvidenceMemory>;

/** Evidence and status are updated under one lock; request events arrive in bursts. */
function commitEvidence(ports: Ports, step: Step, learn: Learn): Promise<EvidenceResult> {
  return ports.withStatusLock(async () => {
    const [before, options] = await Promise.all([ports.readEvidence(), ports.readOptions()]);
    const after = await step(before, options.watched);
    if (after === before) return { ids: [], ...NOTHING };
    await ports.writeEvidence(after);
    const ids = changed(before, after, options.watched);
    if (ids.length === 0) return { ids, ...NOTHING };
    const stored = await ports.readStatus();
    const lasting = withoutReportedSpells(before, after, stored, ports.now());
    if (lasting !== after) await ports.writeEvidence(lasting);
    const status = learn(stored, lasting);
    const isLimitNew = status !== stored;
    const evaluated = evaluateAll(status, ids, options, await evaluationContext(ports));
    const judged = await awaitedAgain(ports, status, evaluated, ids);
    const isSuspected = ({ verdicts }: Status, id: AssistantId) => verdicts[id]?.suspicion != null;
    if (!ids.some((id) => isSuspected(status, id) || isSuspected(judged, id))) {
      if (isLimitNew) await ports.writeStatus(status);
      return { ids, ...NOTHING, isLimitNew };
    }
    // Per assistant: an earlier suspicion of one says nothing about another.
    const hasBegun = ids.some((id) => isSuspected(judged, id) && !isSuspected(status, id));
    await ports.writeStatus(judged);
    ports.log(newDecisions(status, judged));
    const state = stateOf(judged, options);
    const rendered = showSurfaces(ports, state);
    return { ids, suspicion: { kind: hasBegun ? 'begun' : 'known', registry: state.registry, rendered }, isLimitNew };
  });
}

/**
 * Applies outcomes of the user's own requests. When a suspicion starts or ends, the surfaces show it at once; a new one
 * also starts a round.
 */
export async function applyEvidence(
  ports: Ports,
  round: RunExclusive,
  step: Step,
  learn: Learn = (status) => status,
): Promise<void> {
  const { ids, suspicion, isLimitNew } = await commitEvidence(ports, step, learn);
  if (isLimitNew) await planWakeUp(ports).catch(() => undefined);
  // Drafts that can't be read must not hide a suspicion.
  if (ids.length > 0) await Promise.allSettled([tidyAllDrafts(ports)]);
  await Promise.allSettled(ids.map((id) => offerLost(ports, id)));
  if (suspicion.kind === 'none') return;
  await flushNotificationOutbox(ports, suspicion.registry);
  await suspicion.rendered;
  if (suspicion.kind === 'begun') await round(() => runRound(ports, 'woken'));
}

/** Marks requests whose answer is overdue. `dueAt` is when this check was due, epoch milliseconds. */
export function checkRequestTimeouts(ports: Ports, round: RunExclusive, dueAt: number): Promise<void> {
  return applyEvidence(ports, round, (memory) =>
    expirePendingRequests(memory, { now: ports.now(), dueAt, isOnline: ports.isOnline() }),
  );
}

/**
 * Without a permission, the end of a pending request would never be seen. `isOff`: the one that was revoked is webRequest.
 */
export async function forgetInFlight(ports: Ports, round: RunExclusive, isOff: boolean): Promise<void> {
  if (isOff) await Promise.all([ports.keepGrant(null).catch(() => undefined), forgetVisits(ports)]);
  await applyEvidence(ports, round, (memory) => ({
    ...memory,
    inFlight: [],
    answered: undefined,
    grantedAt: isOff ? undefined : memory.grantedAt,
  }));
}

/** Remembers when the webRequest permission was given, until the browser reports a request or starts again. */
export async function onWebRequestGranted(ports: Ports, round: RunExclusive): Promise<void> {
  const grantedAt = ports.now();
  await ports.keepGrant(grantedAt).catch(() => undefined);
  await applyEvidence(ports, round, (memory) => ({ ...memory, grantedAt }));
}

/** The browser reports requests from now on, as it has started or has reported one. Returns whether that is news. */
export async function onRequestsReported(ports: Ports, round: RunExclusive): Promise<boolean> {
  if (!awaitsRequests(await ports.readEvidence())) return false;
  await ports.keepGrant(null).catch(() => undefined);
  await applyEvidence(ports, round, (memory) => ({ ...memory, grantedAt: undefined }));
  return true;
}

/**
 * A tab shows another page: a new conversation may have got a path of its own, so that its next messages are not taken for
 * those of another one. Reads nothing where new conversations have that from the beginning. Never rejects.
 */
export async function noteTabMoved(ports: Ports, address: string, tabId: number): Promise<void> {
  const url = parseUrl(address);
  const assistant = ASSISTANTS.find(
    ({ chatSites, newChatPaths }) => newChatPaths.length > 0 && chatSites.some(({ host }) => host === url?.host),
  );
  if (url === null || assistant === undefined) return;
  const page = { assistantId: assistant.id, tabId, path: url.pathname, newChatPaths: assistant.newChatPaths };
  const at = ports.now();
  const note = async () => {
    const before = await ports.readEvidence();
    const after = withTabMoved(before, page, at);
    if (after !== before) await ports.writeEvidence(after);
  };
  await ports.withStatusLock(note).catch(() => undefined);
}

function sourceOf(request: SeenRequest): Source | null {
  for (const assistant of ASSISTANTS) {
    const purpose = purposeOf(assistant, request);
    if (purpose !== null) return { ...purpose, assistantId: assistant.id };
  }
  return null;
}

/** Learns the end of a limit from a request that ended at this time, if it counts. */
const limitLearner =
  (ports: Ports, { assistantId }: Source, ended: SeenRequest, at: number): Learn =>
  (status, { events }) => {
    const event = events[assistantId]?.at(-1);
    return event?.at === at ? withLimitOf(status, assistantId, ended, event, ports.now()) : status;
  };

/** The path of the page that a message is sent from. Only its hash is kept, to tell conversations apart. */
async function pathOfSource(
  ports: Ports,
  { what }: Source,
  { stage, tabId }: SeenRequest,
): Promise<string | undefined> {
  if (stage !== 'sent' || what !== 'send' || tabId === undefined) return;
  return (await ports.tabPath(tabId).catch(() => null)) ?? undefined;
}

/** Chromium gives the same error for every handshake that fails, also without a network. */
const withOwnLine = (ports: Ports, request: SeenRequest): SeenRequest =>
  request.isHandshake && request.stage === 'ended' && request.error === 'net::ERR_FAILED' && !ports.isOnline()
    ? { ...request, error: 'net::ERR_INTERNET_DISCONNECTED' }
    : request;

/**
 * Records a stage of a request in the user's own tab if it is a message or the chat page; other requests cost one address
 * match. A message is checked again when its answer is due. If the worker dies before, the next alarm checks it.
 */
export async function onWebRequestEvent(ports: Ports, round: RunExclusive, seen: SeenRequest): Promise<void> {
  const request = withOwnLine(ports, seen);
  const source = sourceOf(request);
  if (source === null) return;
  const at = ports.now();
  // Asked before the lock and awaited under it, so that events are applied in the order in which they came.
  const asked = pathOfSource(ports, source, request);
  let wasAwaited = false;
  const step: Step = async (before, watched) => {
    wasAwaited = awaitsRequests(before);
    const memory = wasAwaited ? { ...before, grantedAt: undefined } : before;
    return watched.includes(source.assistantId)
      ? reduceRequestEvent(memory, source, { ...request, tabPath: await asked }, at)
      : memory;
  };
  await applyEvidence(ports, round, step, limitLearner(ports, source, request, at));
  if (wasAwaited) await ports.keepGrant(null).catch(() => undefined);
  const noted = noteRequest(ports, source, request, at);
  if (request.stage !== 'sent') {
    await noted;
    return;
  }
  const dueAt = at + SILENT_AFTER_MS;
  await Promise.all([ports.waitUntil(dueAt), noted]);
  await checkRequestTimeouts(ports, round, dueAt);
}

/**
 * Answers the script that stands in for the browser while it reports no requests, and counts what that script reports as
 * if the browser had reported it. The host is that of the sender.
 */
export async function answerTiming(
  ports: Ports,
  round: RunExclusive,
  { address, tabId }: Sender,
  message: TimingMessage,
): Promise<Replies[TimingMessage['type']]> {
  const [memory, options] = await Promise.all([ports.readEvidence(), ports.readOptions()]);
  const site = bannerSiteAt(address, options);
  const isWanted = awaitsRequests(memory) && site !== null && (await ports.hasAccess([site.pattern]));
  const host = isWanted ? hostOfPattern(site.pattern) : null;
  if (message.type === 'timing-paths') return host === null ? null : requestPathsOn(host);
  if (host === null) return false;
  const at = ports.now();
  const stages = stagesOfTiming(message, host, tabId, at);
  const source = sourceOf(stages.ended);
  if (source === null) return true;
  const { tabPath } = message;
  const step: Step = (before, watched) =>
    watched.includes(source.assistantId) ? reduceTiming(before, source, { ...stages, tabPath }) : before;
  await applyEvidence(ports, round, step, limitLearner(ports, source, stages.ended, at));
  // A WebSocket is not listed, so a visit on which none was seen says nothing.
  if (message.isPage && socketPatterns(BUILT_IN.get(source.assistantId)).length > 0) return true;
  await noteRequest(ports, source, message.isPage ? stages.ended : stages.sent, at);
  return true;
}
