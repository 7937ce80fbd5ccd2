import * as v from 'valibot';
import { plainLine } from './plain-text';
import { readJson } from './read-json';

const schema = v.object({ page: v.object({ name: v.string() }) });

/** What a status page calls itself, in dialects whose documents say so (Statuspage, incident.io, Instatus); else null. */
export function pageNameOf(documents: Readonly<Record<string, string>>): string | null {
  for (const body of Object.values(documents)) {
    const read = readJson(body, schema);
    const name = read.ok ? plainLine(read.value.page.name) : '';
    if (name !== '') return name;
  }
  return null;
}
