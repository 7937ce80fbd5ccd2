import type { Assistant } from '@/utils/model/assistant';
import { boltNew } from './bolt-new';
import { characterAi } from './character-ai';
import { chatgpt } from './chatgpt';
import { claude } from './claude';
import { cohere } from './cohere';
import { copilot } from './copilot';
import { cursor } from './cursor';
import { deepseek } from './deepseek';
import { devin } from './devin';
import { duckAi } from './duck-ai';
import { elevenlabs } from './elevenlabs';
import { gemini } from './gemini';
import { grok } from './grok';
import { groq } from './groq';
import { huggingchat } from './huggingchat';
import { jetbrainsAi } from './jetbrains-ai';
import { kagiAssistant } from './kagi-assistant';
import { kimi } from './kimi';
import { lovable } from './lovable';
import { manus } from './manus';
import { metaAi } from './meta-ai';
import { microsoftCopilot } from './microsoft-copilot';
import { mistral } from './mistral';
import { notionAi } from './notion-ai';
import { openrouter } from './openrouter';
import { perplexity } from './perplexity';
import { poe } from './poe';
import { protonLumo } from './proton-lumo';
import { qwen } from './qwen';
import { replit } from './replit';
import { v0 } from './v0';
import { windsurf } from './windsurf';
import { you } from './you';
import { zed } from './zed';

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
  devin,
  windsurf,
  elevenlabs,
  jetbrainsAi,
  lovable,
  boltNew,
  zed,
  kagiAssistant,
  protonLumo,
  metaAi,
  characterAi,
  qwen,
  you,
  duckAi,
];
