import { readFileSync } from 'node:fs';
import { escapeHtml } from '@/tests/world/escape-html';
import { chatTurn } from './chat-turn';
import type { WorldSite } from './world-site';

const style = ['colours', 'frame', 'thread', 'composer'].map((part) => read(`./chat-${part}.css`)).join('\n');
const script = read('./chat-client.js');

const icons = {
  plus: '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 3v10M3 8h10"/></svg>',
  search: '<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4"/><path d="m10 10 3.5 3.5"/></svg>',
  send: '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 13V3M3.5 7.5 8 3l4.5 4.5"/></svg>',
};

/** The whole chat app as one document; everything inline carries the nonce. */
export function chatPage(site: WorldSite, path: string, nonce: string): string {
  const isNew = site.newPaths.includes(path);
  const title = isNew ? 'New chat' : site.conversations[0];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} - ${escapeHtml(site.name)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-site="${site.host}" data-stage="${isNew ? 'new' : 'running'}" data-new-composer="${site.newComposerAt}"
  data-chat-path="${site.chatPath}" data-send-path="${site.sendPath}">
<nav>
  <p class="name">${escapeHtml(site.name)}</p>
  <a class="item" href="${site.newPaths.at(-1)}">${icons.plus}New chat</a>
  <span class="item">${icons.search}Search</span>
  <h2>Recent</h2>
  <ul>${site.conversations.map((name, index) => conversationLink(site, name, index === 0 && !isNew)).join('')}</ul>
  <p class="person"><span class="initial">R</span><span>Robin<small>A stand-in for ${site.host}</small></span></p>
</nav>
<main>
  <header>${escapeHtml(title)}</header>
  <section class="thread" aria-label="Conversation">
    <h1>${escapeHtml(site.greeting)}</h1>
    ${isNew ? '' : site.turns.map(chatTurn).join('\n')}
  </section>
  <form aria-label="Message">
    <div class="box">
      ${composer(site)}
      <button type="submit" aria-label="Send message">${icons.send}</button>
    </div>
    <p class="fine">Answers can be wrong. Check what matters.</p>
  </form>
</main>
<script type="module" nonce="${nonce}">${script}</script>
</body>
</html>`;
}

function conversationLink(site: WorldSite, name: string, isCurrent: boolean): string {
  const current = isCurrent ? ' aria-current="page"' : '';
  return `<li><a class="item" href="${site.chatPath}"${current}>${escapeHtml(name)}</a></li>`;
}

function composer({ composer: kind, placeholder }: WorldSite): string {
  const hint = escapeHtml(placeholder);
  return kind === 'rich'
    ? `<div class="ProseMirror" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${hint}" data-placeholder="${hint}"><p><br></p></div>`
    : `<textarea id="prompt-textarea" name="prompt-textarea" rows="1" aria-label="${hint}" placeholder="${hint}"></textarea>`;
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
