import { readFileSync } from 'node:fs';
import type { SiteBehavior, Uploader } from '@/tests/loopback/behavior';
import { escapeHtml } from '@/tests/loopback/escape-html';
import { chatTurn } from './chat-turn';
import { type LongConversation, longRow, longTurns } from './long-conversation';
import type { LoopbackSite } from './loopback-site';
import { ordinaryView } from './ordinary-view';
import { sendUrl } from './send-url';

const style = ['colors', 'frame', 'thread', 'composer', 'ordinary']
  .map((part) => read(`./chat-${part}.css`))
  .join('\n');
const script = read('./chat-client.js');
const softScript = read('./soft-pages.js');
const longScript = read('./long-thread.js');
/** CSS classes of rich composers. */
const EDITORS = { rich: 'ProseMirror', quill: 'ql-editor' } as const;

const icons = {
  back: '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M13 8H3M7.5 3.5 3 8l4.5 4.5"/></svg>',
  plus: '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 3v10M3 8h10"/></svg>',
  search: '<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4"/><path d="m10 10 3.5 3.5"/></svg>',
  send: '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 13V3M3.5 7.5 8 3l4.5 4.5"/></svg>',
};

export type PageOptions = Pick<Extract<SiteBehavior, { kind: 'well' }>, 'maxLength' | 'conversation' | 'uploader'>;

/** The site as one document. All inline content carries the nonce. */
export function chatPage(site: LoopbackSite, path: string, nonce: string, options: PageOptions): string {
  const { ordinary } = site;
  const { conversation } = options;
  const isOrdinary = path === ordinary?.path;
  // Navigation from the ordinary page opens an empty conversation.
  const isNew = isOrdinary || site.newPaths.includes(path);
  const title = isNew ? 'New chat' : site.conversations[0];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(isOrdinary ? ordinary.title : title)} - ${escapeHtml(site.name)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-site="${site.host}" data-stage="${isNew ? 'new' : 'running'}" data-new-composer="${site.newComposerAt}"
  data-chat-path="${site.chatPath}" data-send-url="${sendUrl(site)}">
${views(site, isOrdinary, chatView(site, title, isNew, options))}
<script type="module" nonce="${nonce}">${script}</script>
${ordinary ? `<script type="module" nonce="${nonce}">${softScript}</script>` : ''}
${conversation && !isNew ? `${longRows(site, conversation)}<script type="module" nonce="${nonce}">${longScript}</script>` : ''}
</body>
</html>`;
}

/** The rows of a long conversation, which the page's script shows. */
function longRows({ read: endpoint }: LoopbackSite, conversation: LongConversation): string {
  const rows = longTurns(conversation)
    .map((turn, index) => longRow(conversation, turn, index))
    .slice(conversation.withheld ?? 0);
  const { shape, hostility = '' } = conversation;
  const account = endpoint?.accountPath ?? '';
  return `<template data-rows="${shape}" data-hostility="${hostility}" data-account-url="${account}">${rows.join('')}</template>`;
}

/** Only one of two views is in the page; the other is in a template, so that its composer is not found. */
function views({ ordinary, newPaths }: LoopbackSite, isOrdinary: boolean, chat: string): string {
  if (ordinary === undefined) return chat;
  const views = [
    `<div data-view="ordinary">${ordinaryView(ordinary, newPaths[0])}</div>`,
    `<div data-view="chat">${chat}</div>`,
  ];
  const [shown, stashed] = isOrdinary ? views : views.reverse();
  return `${shown}<template data-ordinary-path="${ordinary.path}">${stashed}</template>`;
}

function chatView(site: LoopbackSite, title: string, isNew: boolean, { maxLength, uploader }: PageOptions): string {
  return `<nav>
  <p class="name">${escapeHtml(site.name)}</p>
  <a class="item" href="${site.newPaths.at(-1)}">${icons.plus}New chat</a>
  <span class="item">${icons.search}Search</span>
  ${site.ordinary ? `<a class="item" data-soft href="${site.ordinary.path}">${icons.back}${escapeHtml(site.ordinary.title)}</a>` : ''}
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
    ${uploader === undefined ? '' : fileInput(uploader)}
    <div class="box">
      ${composer(site, maxLength)}
      <button type="submit" aria-label="Send message">${icons.send}</button>
    </div>
    <p class="fine">Answers may contain mistakes.</p>
  </form>
</main>`;
}

function fileInput({ does, accept, isSingle = false }: Uploader): string {
  const limits = `${accept === undefined ? '' : ` accept="${accept}"`}${isSingle ? '' : ' multiple'}`;
  return `<div class="files"><input type="file" hidden data-does="${does}" aria-label="Add files"${limits}></div>`;
}

function conversationLink(site: LoopbackSite, name: string, isCurrent: boolean): string {
  const current = isCurrent ? ' aria-current="page"' : '';
  return `<li><a class="item" href="${site.chatPath}"${current}>${escapeHtml(name)}</a></li>`;
}

function composer({ composer: kind, composerId, placeholder }: LoopbackSite, maxLength?: number): string {
  const limit = maxLength === undefined ? '' : ` maxlength="${maxLength}"`;
  const hint = escapeHtml(placeholder);
  const name = composerId === undefined ? '' : ` id="${composerId}" name="${composerId}"`;
  return kind === 'plain'
    ? `<textarea${name}${limit} rows="1" aria-label="${hint}" placeholder="${hint}"></textarea>`
    : `<div class="${EDITORS[kind]}" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${hint}" data-placeholder="${hint}"><p><br></p></div>`;
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
