import { describe, expect, it } from 'vitest';
import { CLAUDE_CORE, firstPageOf } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import type { UnknownReason } from '@/utils/model/failure';
import type { Level } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { levelOf } from '@/utils/rules/judging/level';
import { HAS_RECORDINGS, readRecording } from './recordings';

interface Recording {
  assistant: AssistantId;
  documents: Record<string, string>;
  /** The recording has no identity, or another one. */
  isAnyPage?: boolean;
  level: Level;
  reason?: UnknownReason;
  check: (report: Report) => void;
}

const times = (...moments: string[]) => moments.map((moment) => Date.parse(moment));

const RECORDED: Record<string, Recording> = {
  'Claude, 2026-09-22: partial outage under an incident of impact major, while the page says "minor"': {
    assistant: 'claude',
    documents: { summary: 'statuspage/claude-summary-active-2026-09-22.json' },
    level: 'partial_outage',
    check: ({ components, incidents }) => {
      expect(components.filter(({ level }) => level === 'partial_outage')).toHaveLength(4);
      expect(components.filter(({ level }) => level === 'operational')).toHaveLength(2);
      expect(incidents).toMatchObject([
        { id: '7g1qpkyz5gxh', impact: 'major', phase: 'investigating', resolvedAt: null },
      ]);
      expect(incidents[0]?.componentIds).toContain(CLAUDE_CORE);
    },
  },
  'Claude, 2026-09-03: a history of two closed incidents and no components': {
    assistant: 'claude',
    documents: { incidents: 'statuspage/claude-incidents-2026-09-03.json' },
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents.map(({ id, phase, impact }) => [id, phase, impact])).toEqual([
        ['461yvfrzpwtt', 'resolved', 'major'],
        ['288w7p4hk1l1', 'resolved', 'major'],
      ]);
      expect(incidents.map(({ resolvedAt }) => resolvedAt)).toEqual(
        times('2026-09-03T16:23:12.052Z', '2026-09-03T12:56:26.632Z'),
      );
      expect(incidents.every(({ componentIds }) => componentIds.length === 4)).toBe(true);
    },
  },
  'Claude, 2026-09-15: two completed maintenances with windows': {
    assistant: 'claude',
    documents: { summary: 'statuspage/claude-scheduled-maintenances-2026-09-15.json' },
    level: 'unknown',
    reason: 'empty_list',
    check: ({ maintenances, incidents }) => {
      expect(incidents).toEqual([]);
      expect(maintenances.map(({ phase }) => phase)).toEqual(['completed', 'completed']);
      for (const { startsAt, endsAt, updates } of maintenances) {
        expect(endsAt).toBeGreaterThan(startsAt ?? Number.POSITIVE_INFINITY);
        expect(updates.map(({ phase }) => phase)).not.toContain(null);
      }
    },
  },
  'ChatGPT, 2026-09-29: 22 of 25 listed components degraded, one of two incidents only about the support chat': {
    assistant: 'chatgpt',
    documents: { summary: 'incidentio/openai-summary-active-2026-09-29.json' },
    level: 'degraded',
    check: ({ components, incidents, maintenances }) => {
      expect(components).toHaveLength(25);
      expect(components.filter(({ level }) => level === 'degraded')).toHaveLength(22);
      expect(incidents.map(({ impact, resolvedAt }) => [impact, resolvedAt]).sort()).toEqual([
        ['minor', null],
        ['none', null],
      ]);
      expect(maintenances).toEqual([]);
    },
  },
  'ChatGPT, 2026-09-15: an idle summary that leaves the conversations out is unknown, not fine': {
    assistant: 'chatgpt',
    documents: { summary: 'incidentio/openai-summary-idle-2026-09-15.json' },
    level: 'unknown',
    reason: 'missing_component',
    check: ({ components, incidents }) => {
      expect(components.every(({ level }) => level === 'operational')).toBe(true);
      expect(incidents).toEqual([]);
    },
  },
  'ChatGPT, 2026-09-03: two closed incidents, one backdated by a quarter of an hour': {
    assistant: 'chatgpt',
    documents: { incidents: 'incidentio/openai-incidents-2026-09-03.json' },
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents.map(({ startedAt }) => startedAt)).toEqual(
        times('2026-09-03T14:43:00Z', '2026-09-03T00:04:23Z'),
      );
      expect(incidents.map(({ resolvedAt }) => resolvedAt)).toEqual(
        times('2026-09-03T16:55:49Z', '2026-09-03T00:10:45Z'),
      );
      expect(incidents[0]?.updates.map(({ phase }) => phase)).toEqual(['resolved', 'monitoring', 'investigating']);
      expect(incidents[0]?.url).toBe('https://status.openai.com/incidents/01M1KWEDH417T2CF44YYHZDFCR');
    },
  },
  'GitHub, 2026-09-23: an excerpt without components leaves Copilot unknown and lists its open incident': {
    assistant: 'copilot',
    documents: { summary: 'statuspage/github-summary-indicator-none-excerpt-2026-09-23.json' },
    isAnyPage: true,
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents).toMatchObject([
        {
          id: '8zc63m64hy36',
          impact: 'minor',
          phase: 'investigating',
          resolvedAt: null,
          componentIds: ['brv1bkgrwx7q'],
        },
      ]);
    },
  },
  'GitHub, 2024-09-17: closed incidents, one of which names no component': {
    assistant: 'copilot',
    documents: { incidents: 'statuspage/github-incidents-excerpt-2024-09-17.json' },
    level: 'unknown',
    reason: 'empty_list',
    check: ({ incidents }) => {
      expect(incidents.map(({ phase, componentIds }) => [phase, componentIds.length])).toEqual([
        ['resolved', 2],
        ['resolved', 0],
      ]);
      expect(incidents.flatMap(({ updates }) => updates.map(({ text }) => text)).join(' ')).not.toMatch(/<br/);
    },
  },
  'Google Workspace, 2026-09-23: an open incident of Gmail does not affect Gemini': {
    assistant: 'gemini',
    documents: { incidents: 'google/workspace-incident-open-excerpt-2026-09-23.json' },
    level: 'operational',
    check: ({ incidents, components }) => {
      expect(components).toMatchObject([{ name: 'Gmail', level: 'unknown' }]);
      expect(incidents).toMatchObject([
        { kind: 'information', phase: 'investigating', impact: 'none', resolvedAt: null },
      ]);
      expect(incidents[0]?.startedAt).toBe(Date.parse('2026-09-18T05:00:00Z'));
    },
  },
  'Perplexity, 2026-09-28: an idle summary without a list of incidents': {
    assistant: 'perplexity',
    documents: { summary: 'incidentio/perplexity-summary-2026-09-28.json' },
    level: 'operational',
    check: ({ components, incidents }) => {
      expect(components.map(({ name }) => name).sort()).toEqual(['API', 'App', 'Computer', 'Website']);
      expect(incidents).toEqual([]);
    },
  },
  'v0, 2026-09-19: two of three components named "Dashboard" belong to others': {
    assistant: 'v0',
    documents: { summary: 'statuspage/vercel-components-2026-09-19.json' },
    level: 'operational',
    check: ({ components }) => {
      expect(components.find(({ id }) => id === 'hvqpg17xq8vv')).toMatchObject({ name: 'Dashboard', group: 'v0' });
    },
  },
  'OpenRouter, 2026-09-12: four resolved incidents that were filed days after they ended': {
    assistant: 'openrouter',
    documents: { config: 'datadog/openrouter-config-2026-09-12.json' },
    level: 'operational',
    check: ({ components, incidents }) => {
      expect(components).toHaveLength(7);
      expect(components.find(({ name }) => name.startsWith('Chat'))?.group).toBe('API - Gateway');
      expect(incidents).toHaveLength(4);
      expect(incidents[0]).toMatchObject({ impact: 'minor', phase: 'resolved' });
      expect([incidents[0]?.startedAt, incidents[0]?.resolvedAt]).toEqual(
        times('2026-09-04T18:27:00Z', '2026-09-04T21:12:00Z'),
      );
    },
  },
  'Cursor, 2026-09-28: an idle summary': {
    assistant: 'cursor',
    documents: { summary: 'statuspage/cursor-summary-2026-09-28.json' },
    level: 'operational',
    check: ({ components }) => expect(components).toHaveLength(8),
  },
  'HuggingChat, 2026-09-19: the Hub is up after an outage whose report has no end': {
    assistant: 'huggingchat',
    documents: { index: 'betterstack/huggingface-index-2026-09-19.excerpt.json' },
    level: 'operational',
    check: ({ incidents }) => {
      expect(incidents.every(({ phase }) => phase === 'resolved')).toBe(true);
      expect(incidents.some(({ componentIds }) => componentIds.includes('84641'))).toBe(true);
    },
  },
  'DeepSeek, 2026-09-15: five components are left after the modes of the chat became one': {
    assistant: 'deepseek',
    documents: { active: 'flashduty/deepseek-active-2026-09-15.json' },
    level: 'operational',
    check: ({ components }) => expect(components).toHaveLength(5),
  },
  'Google Cloud, 2022: 157 incidents, all ended, although two still say disruption': {
    assistant: 'gemini',
    documents: { incidents: 'google/cloud-incidents-full-2022-07-03.json' },
    isAnyPage: true,
    level: 'operational',
    check: ({ incidents, components }) => {
      expect(incidents).toHaveLength(157);
      expect(incidents.every(({ phase, resolvedAt }) => phase === 'resolved' && resolvedAt !== null)).toBe(true);
      expect(components.every(({ level }) => level === 'operational')).toBe(true);
    },
  },
  'Google Cloud, 2026-09-03: a renamed product has its current name': {
    assistant: 'gemini',
    documents: { incidents: 'google/cloud-incidents-trimmed-2026-09-03.json' },
    isAnyPage: true,
    level: 'operational',
    check: ({ incidents, components }) => {
      expect(components.find(({ id }) => id === 'Z0FZJAMvEB4j3NbCJs6B')?.name).toBe('Gemini on Agent Platform');
      expect(incidents.map(({ impact }) => impact)).toEqual(['major', 'none']);
    },
  },
};

describe.skipIf(!HAS_RECORDINGS)('recorded status pages', () => {
  it.each(Object.entries(RECORDED))(
    'are read correctly: %s',
    (_, { assistant, documents, isAnyPage = false, level, reason = null, check }) => {
      const page = firstPageOf(assistant);
      const bodies = Object.fromEntries(Object.entries(documents).map(([name, file]) => [name, readRecording(file)]));
      const reading = ADAPTERS[page.platform].parse(bodies, {
        pageId: isAnyPage ? null : page.pageId,
        origin: page.address,
      });
      if (!reading.ok) throw new Error(reading.failure.kind);
      const { report } = reading;
      const now = Math.max(report.sourceUpdatedAt ?? 0, ...report.incidents.map(({ updatedAt }) => updatedAt));
      expect(levelOf(report, { coreIds: coreIdsOf(page), name: BUILT_IN.get(assistant).name }, now)).toMatchObject({
        level,
        reason,
      });
      check(report);
    },
  );

  it('reject the feed of Google Cloud as that of Workspace', () => {
    const body = readRecording('google/cloud-incidents-trimmed-2026-09-03.json');
    const { pageId, address: origin } = firstPageOf('gemini');
    expect(ADAPTERS.google.parse({ incidents: body }, { pageId, origin })).toEqual({
      ok: false,
      failure: { kind: 'wrong_page' },
    });
  });

  it('are unknown for OpenAI’s idle widget, which lists no components', () => {
    const body = readRecording('incidentio/openai-widget-idle-2026.json');
    const reading = ADAPTERS.incidentio.parse({ summary: body }, { pageId: null, origin: null });
    expect(reading.ok && levelOf(reading.report, { coreIds: ['chat'], name: null }, 0)).toMatchObject({
      level: 'unknown',
      reason: 'empty_list',
    });
  });
});
