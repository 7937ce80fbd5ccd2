import { chatPatterns } from '@/utils/assistants/patterns';
import { blindSpotWords } from '@/utils/i18n/health-words';
import { clockTime, factLine } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { type Grants, isGranted } from '@/utils/model/address';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { type BlindSpot, keyOfSpot, NO_SIGHTINGS, type Sightings } from '@/utils/model/blind-spot';
import { awaitsRequests, type EvidenceMemory, type LoggedRequest } from '@/utils/model/evidence';
import type { Options } from '@/utils/model/options';
import { currentPageOf, type Status, statusLinkOf } from '@/utils/model/status';
import { blindSpots, observedIds } from '@/utils/rules/sightings/blind-spots';
import { assistantOf } from '@/utils/ui/page-registry';

export type WorksStatus = Pick<Status, 'pages' | 'verdicts' | 'sightings' | 'missedAlarm' | 'storageTrouble'>;

/** A blind spot in words, with what one press can do about it. */
export interface SpotLine {
  key: string;
  text: string;
  press: { kind: 'allow_page' | 'allow_chat' } | { kind: 'open'; url: string } | null;
}

/** What works for one assistant, a phrase for each column. */
export interface WorksRow {
  assistant: Assistant;
  page: string;
  banner: string;
  /** Whether the banner can be allowed here. */
  canAllow: boolean;
  messages: string;
  draft: string;
  spots: SpotLine[];
}

/** "Checked 14:26 · by component". */
function pageWords(status: WorksStatus, assistant: Assistant, speech: Speech): string {
  const { t } = speech;
  const { failure = null, readAt = null } = status.pages[assistant.id] ?? {};
  const page = currentPageOf(status, assistant);
  if (page === null) return t(`reason_${assistant.unreadReason}`);
  if (failure !== null) {
    const reason = t(`reason_${failure.kind}`);
    return readAt === null ? reason : t('works_page_failing', reason, clockTime(readAt, speech));
  }
  if (readAt === null) return t('reason_not_read_yet');
  const { isMatchedByName = false, isByWholePage = false } = status.verdicts[assistant.id] ?? {};
  const by = isMatchedByName ? 'works_by_name' : isByWholePage ? 'works_by_page' : 'works_by_component';
  return factLine([t('checked', clockTime(readAt, speech)), t(by)], speech);
}

function messageWords({ sentAt }: Sightings, { sendPaths }: Assistant, grants: Grants, speech: Speech): string {
  const { t } = speech;
  if (!grants.hasEvidence) return t('works_messages_off');
  if (sendPaths.length === 0) return t('works_messages_unknown');
  const seen = sentAt === null ? t('works_messages_none') : t('works_seen', clockTime(sentAt, speech));
  return sendPaths.some(({ isSocket }) => isSocket) ? `${seen} · ${t('works_socket')}` : seen;
}

function draftWords({ composer: { foundAt, missedAt } }: Sightings, speech: Speech): string {
  const { t } = speech;
  if (missedAt !== null) return t('works_draft_missed', clockTime(missedAt, speech));
  return foundAt === null ? t('works_draft_never') : t('works_draft_found', clockTime(foundAt, speech));
}

function pressOf({ kind }: BlindSpot, status: WorksStatus, assistant: Assistant): SpotLine['press'] {
  if (kind === 'page_access_lost') return { kind: 'allow_page' };
  if (kind === 'chat_access_lost') return { kind: 'allow_chat' };
  const url = statusLinkOf(status, assistant);
  const isAboutPage = kind.startsWith('page_') || kind === 'part_gone' || kind === 'matched_by_name';
  return isAboutPage && url !== null ? { kind: 'open', url } : null;
}

/** One row for each assistant that is watched or in Plan B, and the lines about the extension as a whole. */
export function whatWorks(status: WorksStatus, options: Options, grants: Grants, speech: Speech) {
  const spots = blindSpots(speech.now, status, options);
  const general = spots.flatMap((spot) =>
    spot.assistantId === null ? [{ key: keyOfSpot(spot), text: blindSpotWords(spot, '', status, speech) }] : [],
  );
  const rows = observedIds(options).map((id): WorksRow => {
    const assistant = assistantOf(id);
    const seen = status.sightings[id] ?? NO_SIGHTINGS;
    const chats = chatPatterns(assistant);
    const isAllowed = chats.some((pattern) => isGranted(grants, pattern));
    const isWatched = options.watched.includes(id);
    const banner = chats.length === 0 ? 'works_banner_none' : isAllowed ? 'works_banner_allowed' : 'works_banner_off';
    return {
      assistant,
      page: isWatched ? pageWords(status, assistant, speech) : speech.t('works_plan_b'),
      banner: isWatched ? speech.t(banner) : '–',
      // A lost grant has its button in its own line.
      canAllow: isWatched && chats.length > 0 && !isAllowed && seen.chat?.isHeld !== false,
      messages: isWatched ? messageWords(seen, assistant, grants, speech) : '–',
      draft: draftWords(seen, speech),
      spots: spots
        .filter(({ assistantId }) => assistantId === id)
        .map((spot) => ({
          key: keyOfSpot(spot),
          text: blindSpotWords(spot, assistant.name, status, speech),
          press: pressOf(spot, status, assistant),
        })),
    };
  });
  return { general, rows };
}

type Log = EvidenceMemory['log'];

/** The logged requests of the watched assistants that have any, newest first. */
export function loggedRequests(
  log: Log,
  watched: readonly AssistantId[],
): { assistant: Assistant; requests: LoggedRequest[] }[] {
  return watched.flatMap((id) => {
    const requests = log[id];
    return requests === undefined ? [] : [{ assistant: assistantOf(id), requests: [...requests].reverse() }];
  });
}

/** Whether the browser reports requests only after its next start: none was since the permission was given in this one. */
export const awaitsRestart = (grants: Grants | null, memory: EvidenceMemory): boolean =>
  grants?.hasEvidence === true && awaitsRequests(memory);

/** "POST 529": the method and the status, or the browser's error in place of a status. */
export function requestLine({ method, status, error }: LoggedRequest): string {
  return [method, status ?? error].filter((part) => part !== null).join(' ');
}

const pick = ({ at, what, method, pattern, status, error, outcome, why }: LoggedRequest) => ({
  at: new Date(at).toISOString(),
  what,
  method,
  pattern,
  status,
  error,
  outcome,
  why,
});

/** The log as JSON to paste in public. Each field is picked by name, so that a new field does not leak into it. */
export function evidenceReport(log: Log, watched: readonly AssistantId[], now: number): string {
  const requests = Object.fromEntries(
    watched.flatMap((id) => (log[id] === undefined ? [] : [[id, log[id].map(pick)]])),
  );
  return JSON.stringify({ at: new Date(now).toISOString(), requests }, null, 2);
}
