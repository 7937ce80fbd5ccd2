import * as v from 'valibot';
import { readJson } from './read-json';

const schema = v.object({ page: v.object({ name: v.string() }) });

/** What a status page calls itself, in dialects whose documents say so (Statuspage, incident.io, Instatus); else null. */
export function pageNameOf(documents: Readonly<Record<string, string>>): string | null {
  for (const body of Object.values(documents)) {
    const read = readJson(body, schema);
    if (read.ok && read.value.page.name.trim() !== '') return read.value.page.name.trim();
  }
  return null;
}
