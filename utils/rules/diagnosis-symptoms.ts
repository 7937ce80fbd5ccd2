import type { Account } from '@/utils/model/diagnosis';
import type { Answer, Findings, MakerFinding, SendsFinding } from '@/utils/model/findings';

/** What was found, in the words of the table. What nobody looked at is not known, and fits no row that needs it. */
export interface Symptoms extends Account {
  isOffline: boolean;
  page: Answer;
  site: Answer;
  sends: SendsFinding['kind'];
  maker: MakerFinding['kind'];
  /** Somebody else answers, so the line works. */
  isAnotherThere: boolean;
  /** Anybody answers, whatever they say. */
  isAnybodyThere: boolean;
  /** Of whoever could be asked nobody answers, and at least two makers were asked. */
  isNobodyThere: boolean;
}

const isThere = (answer: Answer): boolean => answer === 'well' || answer === 'sick' || answer === 'odd';

export function symptomsOf(findings: Findings, account: Account): Symptoms {
  const { browser, page, others, site, sends, maker } = findings;
  const asked = [page, others, site].map((answer) => answer ?? 'not_known');
  const isAnybodyThere = asked.some(isThere);
  return {
    ...account,
    isOffline: browser === 'offline' && !isAnybodyThere,
    page: page ?? 'not_known',
    site: site ?? 'not_known',
    sends: sends?.kind ?? 'none',
    maker: maker?.kind ?? 'unknown',
    isAnotherThere: others !== null && isThere(others),
    isAnybodyThere,
    // One maker's hosts may fail together: only another maker's silence makes it everybody's.
    isNobodyThere: !isAnybodyThere && others === 'none' && (page === 'none' || site === 'none'),
  };
}
