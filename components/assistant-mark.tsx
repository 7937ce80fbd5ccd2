import claude from '@lobehub/icons-static-svg/icons/claude.svg?no-inline';
import cohere from '@lobehub/icons-static-svg/icons/cohere.svg?no-inline';
import copilot from '@lobehub/icons-static-svg/icons/copilot.svg?no-inline';
import cursor from '@lobehub/icons-static-svg/icons/cursor.svg?no-inline';
import deepseek from '@lobehub/icons-static-svg/icons/deepseek.svg?no-inline';
import devin from '@lobehub/icons-static-svg/icons/devin.svg?no-inline';
import elevenlabs from '@lobehub/icons-static-svg/icons/elevenlabs.svg?no-inline';
import gemini from '@lobehub/icons-static-svg/icons/gemini.svg?no-inline';
import githubcopilot from '@lobehub/icons-static-svg/icons/githubcopilot.svg?no-inline';
import grok from '@lobehub/icons-static-svg/icons/grok.svg?no-inline';
import groq from '@lobehub/icons-static-svg/icons/groq.svg?no-inline';
import huggingface from '@lobehub/icons-static-svg/icons/huggingface.svg?no-inline';
import kagi from '@lobehub/icons-static-svg/icons/kagi.svg?no-inline';
import kimi from '@lobehub/icons-static-svg/icons/kimi.svg?no-inline';
import lovable from '@lobehub/icons-static-svg/icons/lovable.svg?no-inline';
import manus from '@lobehub/icons-static-svg/icons/manus.svg?no-inline';
import metaai from '@lobehub/icons-static-svg/icons/metaai.svg?no-inline';
import mistral from '@lobehub/icons-static-svg/icons/mistral.svg?no-inline';
import notion from '@lobehub/icons-static-svg/icons/notion.svg?no-inline';
import openai from '@lobehub/icons-static-svg/icons/openai.svg?no-inline';
import openrouter from '@lobehub/icons-static-svg/icons/openrouter.svg?no-inline';
import perplexity from '@lobehub/icons-static-svg/icons/perplexity.svg?no-inline';
import poe from '@lobehub/icons-static-svg/icons/poe.svg?no-inline';
import qwen from '@lobehub/icons-static-svg/icons/qwen.svg?no-inline';
import replit from '@lobehub/icons-static-svg/icons/replit.svg?no-inline';
import v0 from '@lobehub/icons-static-svg/icons/v0.svg?no-inline';
import windsurf from '@lobehub/icons-static-svg/icons/windsurf.svg?no-inline';
import type { Assistant, RegisteredId } from '@/utils/model/assistant';
import { isOwnPageId } from '@/utils/model/assistant';
import { cutGraphemes } from '@/utils/model/text';

/**
 * The single-color logo of each assistant, used only to name it. They come from https://github.com/lobehub/lobe-icons (MIT
 * license); the logos are trademarks of their owners. That package has none for the others.
 */
const LOGOS: Partial<Record<RegisteredId, string>> = {
  claude,
  chatgpt: openai,
  gemini,
  copilot: githubcopilot,
  microsoft_copilot: copilot,
  perplexity,
  grok,
  deepseek,
  mistral,
  poe,
  kimi,
  huggingchat: huggingface,
  cursor,
  v0,
  replit,
  notion_ai: notion,
  manus,
  groq,
  cohere,
  openrouter,
  devin,
  windsurf,
  elevenlabs,
  lovable,
  kagi_assistant: kagi,
  meta_ai: metaai,
  qwen,
};

/** Two letters in place of a logo. */
export function LetterMark({ name }: { name: string }) {
  return (
    <span className="mark letters" aria-hidden="true">
      {cutGraphemes(name, 2)}
    </span>
  );
}

/** Makes an assistant easy to find in a list. Hidden from screen readers, because the name beside it says the same. */
export function AssistantMark({ assistant: { id, name } }: { assistant: Pick<Assistant, 'id' | 'name'> }) {
  const logo = isOwnPageId(id) ? undefined : LOGOS[id];
  return logo === undefined ? (
    <LetterMark name={name} />
  ) : (
    <span className="mark" style={{ maskImage: `url("${logo}")` }} aria-hidden="true" />
  );
}
