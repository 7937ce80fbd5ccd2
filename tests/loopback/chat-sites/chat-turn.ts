import { escapeHtml } from '@/tests/loopback/escape-html';
import type { ChatPart, ChatTurn } from './loopback-site';

export function chatTurn({ from, parts }: ChatTurn): string {
  return `<article class="turn" data-from="${from}"><div class="said">${parts.map(chatPart).join('')}</div></article>`;
}

function chatPart(part: ChatPart): string {
  if (part.kind === 'code') {
    const language = escapeHtml(part.language);
    return `<figure><figcaption>${language}</figcaption><pre><code>${escapeHtml(part.code)}</code></pre></figure>`;
  }
  return `<p>${escapeHtml(part.text).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`;
}
