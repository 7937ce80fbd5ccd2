import { expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { aComponent, aMemory, aReport, aVerdict, NOON } from '@/tests/fakes/samples';
import { assistantOf } from '@/utils/assistants/lookups';
import type { Level } from '@/utils/model/level';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { dependencyWords } from '@/utils/ui/popup/row';

function words(chat: Level, api: Level): string | null {
  const components = [aComponent(chat), aComponent(api, { id: 'k8w3r06qmzrp' })];
  const status: Status = {
    ...EMPTY_STATUS,
    pages: { claude: aMemory({ report: aReport({ components }) }) },
    verdicts: { claude: aVerdict(chat) },
  };
  return dependencyWords(assistantOf('poe'), status, englishAt(NOON));
}

it.each<[Level, Level, string | null]>([
  ['partial_outage', 'partial_outage', english('upstream_partly_down', 'Claude')],
  ['operational', 'major_outage', english('upstream_down', 'Claude (Claude API)')],
  ['operational', 'degraded', english('upstream_degraded', 'Claude (Claude API)')],
  ['major_outage', 'operational', null],
])('dependencyWords with the chat %s and the API %s', (chat, api, expected) => {
  expect(words(chat, api)).toBe(expected);
});
