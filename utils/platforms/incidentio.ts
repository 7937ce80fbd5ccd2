import type { Adapter, Documents, ExpectedPage, Reading } from './adapter';
import { isExpectedPage } from './check-identity';
import { failed } from './failed';
import { nativeSchema } from './incidentio-native-schema';
import { hostOf } from './link';
import { parseStatuspage } from './parse-statuspage';
import { withNative } from './read-incidentio-native';
import { readJson } from './read-json';
import { reported } from './reported';

/** Where nothing but the native summary was read. */
const NOTHING = reported({ platform: 'incidentio', components: [], incidents: [] });

function parse({ native: body, ...others }: Documents, expected: ExpectedPage): Reading {
  const isAlone = Object.keys(others).length === 0;
  const reading: Reading = isAlone && body !== undefined ? NOTHING : parseStatuspage('incidentio', others, expected);
  if (!reading.ok || body === undefined) return reading;
  const native = readJson(body, nativeSchema);
  if (!native.ok) return native;
  const { id, public_url } = native.value.summary;
  const host = hostOf(public_url);
  // Its address identifies it; its id does where it states one.
  const known = [hostOf(expected.origin), ...(expected.hosts ?? [])];
  const isOurHost = expected.origin === null || (host !== null && known.includes(host));
  const isOurId = !id || isExpectedPage([{ mentions: [[id]] }], expected);
  if (!isOurHost || !isOurId) return failed('wrong_page');
  return withNative(reading.report, native.value.summary, expected.readAt);
}

/**
 * incident.io pages answer on Statuspage's paths in nearly Statuspage's shape (undocumented; recorded on
 * OpenAI's page). Their summary holds 25 status components at most, so `components.json` is always read too. Which
 * parts an incident concerns stands in none of these, but in what the page itself reads.
 */
export const incidentio: Adapter = {
  requests: (origin) => [
    { name: 'summary', url: `${origin}/api/v2/summary.json` },
    { name: 'components', url: `${origin}/api/v2/components.json` },
    { name: 'incidents', url: `${origin}/api/v2/incidents.json`, need: 'history' },
    { name: 'native', url: `${origin}/proxy/${hostOf(origin) ?? ''}`, need: 'detail' },
  ],
  parse,
};
