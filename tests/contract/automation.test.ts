import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readText, sourceFiles } from './source-files';

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

it.each(files)('$path is valid YAML', ({ text }) => {
  expect(() => parse(text, { strict: true, uniqueKeys: true })).not.toThrow();
});

describe.each(workflows)('the workflow $name', ({ workflow }) => {
  const jobs = Object.values(workflow.jobs);

  it('has read permissions by default and never write-all', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions = {} } of jobs) expect(Object.values(permissions)).not.toContain('write-all');
  });

  it('has a timeout and a name for each job', () => {
    for (const job of jobs) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      expect(job.name.length).toBeGreaterThan(4);
    }
  });

  it('interpolates no expressions into shell commands', () => {
    for (const { run = '' } of jobs.flatMap(({ steps }) => steps)) expect(run).not.toContain('${{');
  });

  it('leaves no token in the checkout', () => {
    const checkouts = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });
});

it('the live check attaches and commits the facts, and edits an open issue instead of opening a second', () => {
  const steps = Object.values(workflowOf('registry')?.jobs ?? {}).flatMap((job) => job.steps);
  const runs = steps.map(({ run = '' }) => run).join('\n');
  expect(steps.some((step) => step.with?.path === 'docs/facts.md')).toBe(true);
  expect(runs).toContain('contents/$FACTS');
  expect(runs).toContain('gh issue edit');
  expect(runs.match(/gh issue create/g)).toHaveLength(1);
});

it('the live check is scheduled, and a release is not submitted to the stores by default', () => {
  expect(Object.keys(workflowOf('registry')?.on ?? {})).toContain('schedule');
  const release = workflowOf('release');
  expect(release?.on.workflow_dispatch).toMatchObject({ inputs: { submit: { type: 'boolean', default: false } } });
  const submits = release?.jobs.stores?.steps.filter(({ run }) => run?.includes('wxt submit')) ?? [];
  expect(submits).toHaveLength(1);
});

describe.each(['assistant-broken', 'assistant-wanted', 'wrong-verdict'])('the issue form %s', (name) => {
  const form = parse(readText(`.github/ISSUE_TEMPLATE/${name}.yml`)) as Form;

  it('has a name, a description, and fields with unique ids and labels', () => {
    expect(form.name).not.toBe('');
    expect(form.description).not.toBe('');
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(fields.length);
    expect(ids).not.toContain(undefined);
    for (const { attributes } of fields) expect(attributes.label).toBeTruthy();
  });
});
