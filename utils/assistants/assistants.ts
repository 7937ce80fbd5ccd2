import type { Assistant } from '@/utils/model/assistant';
import { characterAi } from './character-ai';
import { chatgpt } from './chatgpt';
import { claude } from './claude';
import { cohere } from './cohere';
import { copilot } from './copilot';
import { cursor } from './cursor';
import { deepseek } from './deepseek';
import { duckAi } from './duck-ai';
import { gemini } from './gemini';
import { grok } from './grok';
import { groq } from './groq';
import { huggingchat } from './huggingchat';
import { kimi } from './kimi';
import { manus } from './manus';
import { metaAi } from './meta-ai';
import { microsoftCopilot } from './microsoft-copilot';
import { mistral } from './mistral';
import { notionAi } from './notion-ai';
import { openrouter } from './openrouter';
import { perplexity } from './perplexity';
import { poe } from './poe';
import { qwen } from './qwen';
import { replit } from './replit';
import { v0 } from './v0';
import { you } from './you';

/** All registered assistants in display order, featured ones first. One line each. */
export const ASSISTANTS: readonly Assistant[] = [
  claude,
  chatgpt,
  gemini,
  copilot,
  microsoftCopilot,
  perplexity,
  grok,
  deepseek,
  mistral,
  poe,
  kimi,
  huggingchat,
  cursor,
  v0,
  replit,
  notionAi,
  manus,
  groq,
  cohere,
  openrouter,
  metaAi,
  characterAi,
  qwen,
  you,
  duckAi,
];
