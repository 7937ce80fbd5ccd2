import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, firstPageOf, MINUTE, NOON } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Level } from '@/utils/model/level';
import type { Incident, Report } from '@/utils/model/report';
import { judge } from '@/utils/rules/judging/judge';
import { otherModelsOf } from '@/utils/rules/judging/other-models';

const failedSend = (at: number): EvidenceEvent => ({
  at,
  what: 'send',
  outcome: 'failed',
  status: 503,
  how: 'answered',
});

const titled = (title: string, ...texts: string[]): Incident =>
  anIncident({ title, updates: texts.map((text) => ({ at: NOON, phase: null, text })) });

/** The models that a title names for a user of these families. */
const othersIn = (id: AssistantId, used: string[], title: string, ...texts: string[]) =>
  otherModelsOf(titled(title, ...texts), BUILT_IN.get(id), used);

describe('an incident concerns other models only', () => {
  it.each<[AssistantId, string[], string, string[]]>([
    ['claude', ['Opus'], 'Elevated errors for Claude Sonnet 5', ['Sonnet 5']],
    ['claude', ['Opus', 'Haiku'], 'Elevated errors on Claude Sonnet 5', ['Sonnet 5']],
    ['claude', ['Sonnet'], 'Elevated errors for Claude Opus 5.5', ['Opus 5.5']],
    ['claude', ['Sonnet'], 'Opus 4.8 and Opus 5 are slow', ['Opus 4.8', 'Opus 5']],
    [
      'claude',
      ['Sonnet'],
      'Degraded performance of Opus 5, Opus 4.8, and Haiku models',
      ['Opus 5', 'Opus 4.8', 'Haiku'],
    ],
    ['claude', ['Sonnet'], 'Claude Opus 5/Claude Haiku: requests time out', ['Opus 5', 'Haiku']],
    ['claude', ['Haiku'], 'Increased latency on Opus', ['Opus']],
    ['claude', ['Haiku'], 'Sonnet models unavailable', ['Sonnet']],
    ['gemini', ['Pro'], 'Gemini 3 Flash answers late', ['Gemini 3 Flash']],
    ['gemini', ['Pro'], 'Gemini 2.5 Flash-Lite fails', ['Gemini 2.5 Flash-Lite']],
    ['copilot', ['GPT'], 'Degraded availability of Claude Sonnet 4.5 in Copilot', ['Claude Sonnet 4.5']],
    ['copilot', ['Opus'], 'GPT-5 mini fails in Copilot', ['GPT-5 mini']],
  ])('for %s with %j: %s', (id, used, title, names) => {
    expect(othersIn(id, used, title)).toEqual(names);
  });
});

describe('an incident counts', () => {
  it.each<[string, AssistantId, string[], string]>([
    ['no model is chosen', 'claude', [], 'Elevated errors for Claude Sonnet 5'],
    ['a used model is named', 'claude', ['Sonnet'], 'Elevated errors for Claude Sonnet 5'],
    ['a used model is named beside another', 'claude', ['Opus'], 'Errors on Sonnet 5 and Opus 5.5'],
    ['no model is named', 'claude', ['Opus'], 'Elevated errors in claude.ai'],
    ['no model is named', 'claude', ['Opus'], 'Issue affecting some Claude Code services'],
    ['no model is named', 'claude', ['Opus'], 'Service disruption on Claude services'],
    ['no model is named', 'claude', ['Opus'], 'Elevated error rates on the Claude API'],
    ['no model is named', 'claude', ['Opus'], 'Issue with spend limits'],
    ['no model is named', 'chatgpt', ['Pro'], 'Elevated errors across ChatGPT and Codex'],
    ['no model is named', 'chatgpt', ['Pro'], 'ChatGPT Work Mode High Error Rates'],
    ['many are meant', 'claude', ['Opus'], 'Elevated errors on multiple models'],
    ['many are meant', 'claude', ['Opus'], 'Elevated errors across many models'],
    ['many are meant', 'claude', ['Opus'], 'Elevated errors across all models'],
    ['many are meant', 'claude', ['Opus'], 'Elevated errors across models'],
    ['many are meant', 'claude', ['Opus'], 'Elevated error rate across multiple models'],
    ['others are meant as well', 'claude', ['Opus'], 'Errors on Sonnet 5 and other models'],
    ['others are meant as well', 'claude', ['Opus'], 'Sonnet 5 and more'],
    ['something else is named', 'claude', ['Opus'], 'Sonnet 5 and sign-in fail'],
    ['something else is named', 'claude', ['Opus'], 'File uploads, Sonnet 5 slow'],
    ['something else is named', 'claude', ['Opus'], 'Elevated errors on claude.ai & Sonnet 5'],
    ['something else is named', 'claude', ['Opus'], 'Fehler bei Sonnet 5 und der Anmeldung'],
    ['the models are an exception', 'claude', ['Opus'], 'Elevated errors except on Haiku'],
    ['the models are an exception', 'claude', ['Opus'], 'Not only Sonnet 5 is slow'],
    ['the model is a cause', 'claude', ['Opus'], 'Outage due to the Sonnet 5 rollout'],
    ['the model is a cause', 'claude', ['Opus'], 'claude.ai unavailable after Sonnet 5 launch'],
    ['the model is a cause', 'claude', ['Opus'], 'Sonnet 5 rollout: claude.ai unavailable'],
    ['a site is named', 'claude', ['Opus'], 'Claude.ai down - Sonnet 5 affected'],
    ['a model is an example', 'claude', ['Opus'], 'Sign-in fails (Sonnet 5)'],
    ['a used model is named in lower case', 'claude', ['Opus'], 'Errors on Sonnet 5 with opus fallback'],
    ['a name stands twice', 'claude', ['Opus'], 'Sonnet 5 fails where Haiku works'],
    ['the spelling is unknown', 'claude', ['Opus'], 'elevated errors for claude sonnet-5'],
    ['the family is not known', 'gemini', ['Pro'], 'Gemini 3 fails'],
    ['the families of an assistant are not known', 'chatgpt', ['GPT-5'], 'GPT-4.1 is slow'],
    ['no names are known', 'poe', ['Opus'], 'Sonnet 5 fails'],
    ['there is no title', 'claude', ['Opus'], ''],
  ])('if %s (%s with %j: "%s")', (_why, id, used, title) => {
    expect(othersIn(id, used, title)).toEqual([]);
  });

  it('if an update mentions a used model', () => {
    expect(othersIn('claude', ['Opus'], 'Errors on Sonnet 5', 'Some requests to Opus fail too.')).toEqual([]);
    expect(othersIn('claude', ['Opus'], 'Errors on Sonnet 5', 'We are watching.', 'opus is affected.')).toEqual([]);
  });

  it.each([
    'This now affects multiple Claude models.',
    'This now affects all Claude 5 models.',
    'every model is affected',
    'multiple of our models',
    'The issue now affects all of claude.ai.',
  ])('if an update widens it: %s', (text) => {
    expect(othersIn('claude', ['Opus'], 'Errors on Sonnet 5', text)).toEqual([]);
  });
});

describe('the verdict of a user of Opus', () => {
  const sonnet = (over: Partial<Incident> = {}) =>
    anIncident({ id: 's', title: 'Elevated errors for Claude Sonnet 5', ...over });
  const all = (over: Partial<Incident> = {}) => anIncident({ id: 'a', title: 'Elevated errors in claude.ai', ...over });
  const verdictOf = (report: Partial<Report>, models = ['Opus'], id: AssistantId = 'claude') =>
    judge({
      assistant: BUILT_IN.get(id),
      memory: aMemory({ report: aReport(report) }),
      models,
      now: NOON,
      intervalMs: 5 * MINUTE,
    });
  const partial = [aComponent('partial_outage')];

  it('is up for an incident of Sonnet, which is listed with its models', () => {
    const verdict = verdictOf({ components: partial, incidents: [sonnet()] });
    expect(verdict).toMatchObject({ kind: 'up', level: 'operational', incidents: [], otherModels: ['Sonnet 5'] });
    expect(verdict.otherIncidents.map(({ id }) => id)).toEqual(['s']);
  });

  it('is trouble without a choice of models', () => {
    expect(verdictOf({ components: partial, incidents: [sonnet()] }, [])).toMatchObject({
      kind: 'trouble',
      level: 'partial_outage',
      otherModels: [],
    });
  });

  it('is trouble if another incident names the same component', () => {
    const verdict = verdictOf({ components: partial, incidents: [sonnet(), all()] });
    expect(verdict).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
    expect(verdict.incidents.map(({ id }) => id)).toEqual(['a']);
    expect(verdict.otherIncidents.map(({ id }) => id)).toEqual(['s']);
  });

  it('is trouble if another incident names neither a model nor a component', () => {
    const verdict = verdictOf({ components: partial, incidents: [sonnet(), all({ componentIds: [] })] });
    expect(verdict).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
  });

  it('is trouble if no incident explains the component', () => {
    const verdict = verdictOf({ components: partial, incidents: [sonnet({ componentIds: ['k8w3r06qmzrp'] })] });
    expect(verdict).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
  });

  it('is trouble in a major outage of the component', () => {
    const verdict = verdictOf({ components: [aComponent('major_outage')], incidents: [sonnet()] });
    expect(verdict).toMatchObject({ kind: 'trouble', level: 'major_outage' });
  });

  it('is trouble in a major outage on a page that lists incidents only', () => {
    const [core] = firstPageOf('gemini').core;
    const flash = anIncident({ title: 'Gemini 3 Flash is unavailable', componentIds: [core?.id ?? ''] });
    const verdictAt = (level: Level) => {
      const components = [aComponent(level, { id: core?.id ?? '', name: core?.name ?? '' })];
      const incidents = [{ ...flash, level }];
      return verdictOf({ platform: 'google', lists: 'incidents', components, incidents }, ['Pro'], 'gemini');
    };
    expect(verdictAt('partial_outage')).toMatchObject({ kind: 'up', otherModels: ['Gemini 3 Flash'] });
    expect(verdictAt('major_outage')).toMatchObject({ kind: 'trouble', level: 'major_outage' });
  });

  it('is up where a major incident of Sonnet stands over an operational component', () => {
    expect(verdictOf({ incidents: [sonnet()] })).toMatchObject({ kind: 'up', otherModels: ['Sonnet 5'] });
  });

  it('is up where an incident of Sonnet that names no component explains the only outage', () => {
    const verdict = verdictOf({ components: partial, incidents: [sonnet({ componentIds: [] })] });
    expect(verdict).toMatchObject({ kind: 'up', otherModels: ['Sonnet 5'] });
  });

  it('stays unknown if a component is unknown', () => {
    const verdict = verdictOf({ components: [aComponent('unknown')], incidents: [sonnet()] });
    expect(verdict.kind).not.toBe('up');
  });

  it('is possible trouble if the user’s own messages fail meanwhile', () => {
    const evidence = [10, 20, 30, 40, 50].map((seconds) => failedSend(NOON - seconds * 1_000));
    const verdict = judge({
      assistant: BUILT_IN.get('claude'),
      memory: aMemory({ report: aReport({ components: partial, incidents: [sonnet()] }) }),
      models: ['Opus'],
      evidence,
      now: NOON,
      intervalMs: 5 * MINUTE,
    });
    expect(verdict.kind).toBe('suspected');
  });

  it('never changes for an assistant without known families', () => {
    const [core] = firstPageOf('chatgpt').core;
    const incidents = [anIncident({ title: 'ChatGPT: GPT-4.1 is slow', componentIds: [] })];
    const components = [aComponent('partial_outage', { id: core?.id ?? '', name: core?.name ?? '' })];
    expect(verdictOf({ components, incidents }, ['GPT-5'], 'chatgpt')).toEqual(
      verdictOf({ components, incidents }, [], 'chatgpt'),
    );
  });
});

it('each family of a model is a word that its pattern can match', () => {
  const samples: Record<string, string> = { GPT: 'GPT-5', Gemini: 'Gemini 3' };
  for (const { id, modelNames, modelFamilies } of BUILT_IN.all) {
    for (const family of modelFamilies) {
      const name = samples[family] ?? (id === 'gemini' ? `Gemini 3 ${family}` : family);
      expect(name.match(new RegExp(modelNames ?? '^$'))?.[0], `${id}: ${family}`).toBe(name);
    }
  }
});
