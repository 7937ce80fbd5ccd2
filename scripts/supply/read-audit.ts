/** What `npm audit --json` told: the packages with a known defect, or nothing, for want of a registry that answers. */
export type Audit = { kind: 'answered'; found: string[] } | { kind: 'unanswered' };

/** Anything but a report in npm's own shape is no answer. Never throws. */
export function readAudit(output: string): Audit {
  try {
    const { vulnerabilities } = JSON.parse(output) as { vulnerabilities?: unknown };
    if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return { kind: 'unanswered' };
    return { kind: 'answered', found: Object.keys(vulnerabilities) };
  } catch {
    return { kind: 'unanswered' };
  }
}
