import { isUntold, type Verdict } from '@/utils/model/verdict';

/**
 * Those of whom nothing is known because a sign-in page answers for all of them, and no page can be read at all. One
 * may have closed its doors; several at once are the network's doing, and that is said once. Empty otherwise.
 */
export function behindSignIn(verdicts: readonly Verdict[]): Verdict[] {
  const isNoneRead = verdicts.every((one) => isUntold(one) || (one.kind === 'unknown' && one.failure !== null));
  const behind = verdicts.filter(({ reason }) => reason === 'sign_in');
  return isNoneRead && behind.length > 1 ? behind : [];
}
