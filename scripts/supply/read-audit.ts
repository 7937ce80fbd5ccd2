/** Result of `npm audit --json`: packages with known vulnerabilities, or nothing if no registry answers. */
export type Audit = { kind: 'answered'; found: string[] } | { kind: 'unanswered' };

/** Output in any other shape counts as no answer. Never throws. */
export function readAudit(output: string): Audit {
  try {
    const { vulnerabilities } = JSON.parse(output) as { vulnerabilities?: unknown };
    if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return { kind: 'unanswered' };
    return { kind: 'answered', found: Object.keys(vulnerabilities) };
  } catch {
    return { kind: 'unanswered' };
  }
}
