import type { AssistantId } from './assistant';
import type { Status } from './status';

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

/** What the status may hold of one assistant, by part. */
type Entries = {
  [P in keyof Status as Status[P] extends ByAssistant<unknown> ? P : never]?:
    | Status[P][AssistantId & keyof Status[P]]
    | null
    | undefined;
};

function withEntry<T>(record: ByAssistant<T>, id: AssistantId, value: T | null | undefined) {
  const { [id]: _, ...others } = record;
  return value === null || value === undefined ? others : { ...others, [id]: value };
}

/**
 * The status with these entries of one assistant, by part. One of null or undefined is dropped instead of kept as that:
 * what is stored says only what is.
 */
export function withEntries(status: Status, id: AssistantId, entries: Entries): Status {
  const changed = Object.entries(entries).map(([part, value]) => [
    part,
    withEntry<unknown>(status[part as keyof Entries], id, value),
  ]);
  return { ...status, ...Object.fromEntries(changed) };
}
