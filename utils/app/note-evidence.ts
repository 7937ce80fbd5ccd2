import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { SeenRequest } from '@/utils/model/evidence';
import { purposeOf } from '@/utils/rules/purpose-of';
import { type Source, takeRequest } from '@/utils/rules/take-request';
import { SILENT_AFTER_MS } from '@/utils/rules/take-silence';
import { noteSilence } from './note-silence';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { takeIn } from './take-in';

function sourceOf(request: SeenRequest): Source | null {
  for (const assistant of ASSISTANTS) {
    const purpose = purposeOf(assistant, request);
    if (purpose !== null) return { ...purpose, assistantId: assistant.id };
  }
  return null;
}

/**
 * Notes a stage of a request in the person's own tab, when it is a message or the chat itself; whatever else passes by
 * costs one look at its address. One that was sent is looked at again when its answer is due. Should this worker die
 * before, the next alarm looks.
 */
export async function noteEvidence(ports: Ports, round: InTurn, request: SeenRequest): Promise<void> {
  const source = sourceOf(request);
  if (source === null) return;
  const at = ports.now();
  await takeIn(ports, round, (memory, watched) =>
    watched.includes(source.assistantId) ? takeRequest(memory, source, request, at) : memory,
  );
  if (request.stage !== 'sent') return;
  const dueAt = at + SILENT_AFTER_MS;
  await ports.waitUntil(dueAt);
  await noteSilence(ports, round, dueAt);
}
