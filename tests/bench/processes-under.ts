import { readdirSync, readFileSync } from 'node:fs';

/** A process of this system, from `/proc`. */
export interface ThreadedProcess {
  pid: number;
  parent: number;
  command: string;
  /** Processor time so far; Linux counts in steps of 10 ms. */
  cpuMs: number;
  /** Thread names, cut to 15 characters. */
  threads: string[];
}

/** Linux counts in hundredths of a second (proc(5), USER_HZ). */
const TICK_MS = 10;

function readProcess(pid: number): ThreadedProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may contain anything. Fields follow, starting with the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const threads = readdirSync(`/proc/${pid}/task`).map((task) =>
      readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8').trim(),
    );
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return {
      pid,
      parent: Number(fields[1]),
      command,
      cpuMs: TICK_MS * (Number(fields[11]) + Number(fields[12])),
      threads,
    };
  } catch {
    // It ended while it was read.
    return null;
  }
}

/** All descendants of this process. */
export function processesUnder(root: number): ThreadedProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const under = new Set([root]);
  // A child may be listed before its parent.
  for (let size = 0; size < under.size; ) {
    size = under.size;
    for (const { pid, parent } of all) if (under.has(parent)) under.add(pid);
  }
  return all.filter(({ pid }) => pid !== root && under.has(pid));
}
