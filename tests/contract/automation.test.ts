import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  env?: Record<string, string>;
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

const stepsOf = (name: string) => Object.values(workflowOf(name)?.jobs ?? {}).flatMap(({ steps }) => steps);

/**
 * Runs the shell of a step in an empty folder, as GitHub does. The commands in `answers` only print their answer. Returns
 * the arguments of their calls.
 */
function callsOf(run: string, env: Record<string, string>, answers: Record<string, string>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'step-'));
  try {
    for (const [command, answer] of Object.entries(answers))
      writeFileSync(
        path.join(folder, command),
        `#!/bin/sh\nprintf '%s\\n' "$*" >> ${folder}/calls\n[ "$2" != list ] || echo '${answer}'\n`,
        { mode: 0o755 },
      );
    for (const file of ['facts.md', 'table.txt']) writeFileSync(path.join(folder, file), '|a fact|\n');
    const PATH = `${folder}:${process.env.PATH}`;
    execFileSync('bash', ['-e', '-o', 'pipefail', '-c', run], { cwd: folder, env: { ...env, PATH }, stdio: 'pipe' });
    return readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('the live check is scheduled, and attaches and commits the file of the facts', () => {
  expect(Object.keys(workflowOf('registry')?.on ?? {})).toContain('schedule');
  const env = workflowOf('registry')?.jobs.read?.env;
  expect(env).toMatchObject({ FACTS: 'docs/facts.md' });
  expect(stepsOf('registry').some((step) => step.with?.path === env?.FACTS)).toBe(true);
  expect(stepsOf('registry').some(({ run }) => run?.includes('contents/$FACTS'))).toBe(true);
});

it.each([
  ['opens an issue if none is open', '', 'create'],
  ['edits the open issue instead of opening a second', '7', 'edit 7'],
])('the live check %s', (_, open, change) => {
  const [step] = stepsOf('registry').filter(({ run }) => run?.includes('gh issue edit'));
  const calls = callsOf(step?.run ?? '', { LABEL: 'status page', FACTS: 'facts.md', RUN: 'a run' }, { gh: open });
  const changes = calls.filter((call) => /^issue (?!list )/.test(call));
  expect(changes).toEqual([expect.stringMatching(new RegExp(`^issue ${change} .*--body-file body.md$`))]);
});

it('the release workflow submits to the stores only if a box is ticked, which is unticked by default', () => {
  const release = workflowOf('release');
  expect(release?.on.workflow_dispatch).toMatchObject({ inputs: { submit: { type: 'boolean', default: false } } });
  expect(release?.jobs.stores?.env?.DRY_RUN).toContain("inputs.submit != true && '--dry-run' || ''");
  const submits = stepsOf('release').flatMap(({ run = '' }) => (run.includes('wxt submit') ? [run] : []));
  expect(submits).toHaveLength(1);
  const argumentsWith = (dryRun: string) => callsOf(submits[0] ?? '', { DRY_RUN: dryRun }, { npx: '' });
  expect(argumentsWith('--dry-run')).toEqual([expect.stringContaining('wxt submit --dry-run --chrome-zip')]);
  expect(argumentsWith('')).toEqual([expect.stringContaining('wxt submit --chrome-zip')]);
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
