import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '@/package.json';
import messages from '@/public/_locales/en/messages.json';
import { english } from '@/tests/fakes/english';
import { ROOT, readText, sourceFiles } from './source-files';

interface Step {
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
}

interface Job {
  name: string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  jobs: Record<string, Job>;
}

interface Form {
  name: string;
  description: string;
  body: { type: string; id?: string; attributes: { label?: string; description?: string; options?: unknown[] } }[];
}

const files = sourceFiles('.github', /\.yml$/);
const workflows = files
  .filter((file) => file.path.includes('workflows'))
  .map((file) => ({ ...file, name: path.basename(file.path, '.yml'), workflow: parse(file.text) as Workflow }));
const workflowOf = (name: string) => workflows.find((file) => file.name === name)?.workflow;

it.each(files)('$path is YAML', ({ text }) => {
  expect(() => parse(text, { strict: true, uniqueKeys: true })).not.toThrow();
});

it.each(files)(
  '$path takes the actions of others by commit, with the version beside it, and ours from the checkout',
  ({ text }) => {
    const uses = [...text.matchAll(/uses: (.+)$/gm)].map(([, what = '']) => what);
    for (const what of uses) {
      expect(what).toMatch(/^(actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/actions\/\w+)$/);
      if (what.startsWith('./')) expect(existsSync(path.join(ROOT, what, 'action.yml'))).toBe(true);
    }
  },
);

it('one commit stands for one version of an action, everywhere', () => {
  const pins = files.flatMap(({ text }) => [...text.matchAll(/uses: (actions\/[\w-]+)@(.+)$/gm)]);
  expect(pins.length).toBeGreaterThan(5);
  const byAction = new Map<string, Set<string>>();
  for (const [, action = '', pin = ''] of pins) byAction.set(action, (byAction.get(action) ?? new Set()).add(pin));
  for (const [action, versions] of byAction) expect([...versions], action).toHaveLength(1);
});

describe.each(workflows)('the workflow $name', ({ workflow, text }) => {
  const jobs = Object.values(workflow.jobs);

  it('may read and no more, but where a job says what else and why', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions = {} } of jobs) expect(Object.values(permissions)).not.toContain('write-all');
    const written = [...text.matchAll(/^ +# .+\n +[\w-]+: write$/gm)];
    expect(text.match(/: write$/gm) ?? []).toHaveLength(written.length);
  });

  it('ends by itself, and tells in the name of each job what was asked', () => {
    for (const job of jobs) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      expect(job.name.length).toBeGreaterThan(4);
    }
  });

  it('runs no command that package.json lacks', () => {
    const runs = jobs.flatMap(({ steps }) => steps.map(({ run = '' }) => run)).join('\n');
    const named = [...runs.matchAll(/\bnpm (?:run )?(?:-s )?([\w:]+)/g)].map(([, script = '']) => script);
    const scripts = [...Object.keys(packageJson.scripts), 'ci'];
    expect(scripts).toEqual(expect.arrayContaining(named));
  });

  it('names its shell where there is a pipe: the unnamed one hears only of the last command', () => {
    const piped = jobs.flatMap(({ steps }) => steps).filter(({ run = '' }) => / \| (?!\|)/.test(run));
    for (const { run, shell } of piped) expect(shell, run).toBe('bash');
  });

  it('never puts what somebody else wrote into a command', () => {
    for (const { run = '' } of jobs.flatMap(({ steps }) => steps)) expect(run).not.toContain('${{');
  });

  it('leaves no token in the checkout', () => {
    const checkouts = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });
});

it('checks run on push and pull request, one job for each question, both browsers among them', () => {
  const checks = workflowOf('checks');
  expect(Object.keys(checks?.on ?? {})).toEqual(['push', 'pull_request']);
  expect(Object.keys(checks?.jobs ?? {})).toEqual([
    'lint',
    'workflows',
    'types',
    'unit',
    'chromium',
    'firefox',
    'packages',
    'size',
  ]);
});

it('the live check runs weekly, and the stores are asked, not sent to, unless somebody ticks a box', () => {
  expect(Object.keys(workflowOf('registry')?.on ?? {})).toContain('schedule');
  const release = workflowOf('release');
  expect(release?.on.workflow_dispatch).toMatchObject({ inputs: { submit: { type: 'boolean', default: false } } });
  const submits = release?.jobs.stores?.steps.filter(({ run }) => run?.includes('wxt submit')) ?? [];
  expect(submits).toHaveLength(1);
  expect(submits[0]?.run).toContain('$DRY_RUN');
  expect(readText('.github/workflows/release.yml')).toContain("inputs.submit != true && '--dry-run' || ''");
});

describe.each(['assistant-broken', 'assistant-wanted', 'wrong-verdict'])('the form %s', (name) => {
  const form = parse(readText(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form;

  it('has a name, a description, and fields with labels and ids of their own', () => {
    expect(form.name).not.toBe('');
    expect(form.description).not.toBe('');
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(fields.length);
    expect(ids).not.toContain(undefined);
    for (const { attributes } of fields) expect(attributes.label).toBeTruthy();
  });

  it('names commands and buttons that there are', () => {
    const text = readText(`.github/ISSUE_TEMPLATE/${name}.yml`);
    const scripts = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => script);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(scripts));
    if (text.includes(english('popup_why_report'))) {
      for (const { message } of [messages.popup_why, messages.popup_why_report]) expect(text).toContain(message);
    }
  });
});
