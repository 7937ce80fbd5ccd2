import { escapeHtml } from '@/tests/loopback/escape-html';
import type { OrdinaryPage } from './loopback-site';

/** `chatPath`: the target of its link, opened without a page load. */
export function ordinaryView({ items, title }: OrdinaryPage, chatPath: string): string {
  return `<main class="ordinary">
  <h1>${escapeHtml(title)}</h1>
  <p><a data-soft href="${chatPath}">Open the chat</a></p>
  <ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>
</main>`;
}
