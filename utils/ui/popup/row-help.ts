import { assistantOf } from '@/utils/assistants/everyone';
import { type Status, statusLinkOf } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { experienceOf } from '@/utils/rules/experience';
import { adviceWords, experienceWords } from '@/utils/words/advice-words';
import { leadWords } from '@/utils/words/lead-words';
import type { Speech } from '@/utils/words/speech';
import { teamLine } from '@/utils/words/team-line';
import { modelsWords, startOf } from '@/utils/words/verdict-words';

/** What helps a person in the middle of a trouble. */
export interface RowHelp {
  /** How much earlier the person met it than the page told. */
  lead: string | null;
  /** Which models it is about, as far as it says. */
  models: string | null;
  /** What to do. */
  advice: string | null;
  /** How such troubles lasted before. */
  experience: string | null;
  /** One line for others. */
  teamLine: string;
}

/** Null unless there is trouble now. */
export function rowHelp(status: Status, verdict: Verdict, speech: Speech): RowHelp | null {
  if (verdict.kind !== 'trouble' || !status.isOnline) return null;
  const assistant = assistantOf(verdict.assistantId);
  const { id, name } = assistant;
  const address = statusLinkOf(status, assistant) ?? '';
  const [episode, past] = [status.episodes[id] ?? null, status.past[id]];
  const lengths = episode === null || past === undefined ? null : experienceOf(past, episode.peak);
  return {
    lead: episode === null ? null : leadWords(episode, speech),
    models: modelsWords(name, verdict, speech),
    advice: adviceWords(verdict, speech),
    experience: experienceWords(lengths, speech),
    teamLine: teamLine(name, verdict, startOf(verdict, episode, speech.now), address, speech),
  };
}
