import type { ComposerReading } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { SIGN_SHAPES } from '@/utils/ui/marks';
import bannerCss from './banner.css?inline';
import cardCss from './card.css?inline';
import { continueList } from './continue-list';
import { createButton, createCloseButton, createElement, createStyle, drawPaths, setText } from './dom';
import { type RestoreOfferActions, type RestoreOfferRow, restoreOfferRow } from './restore-offer';

export interface BannerActions extends RestoreOfferActions {
  alternatives(): Promise<FallbackOption[]>;
  choose(id: FallbackId): void;
  /** The draft that would be transferred if a fallback was chosen now. */
  readComposer(): ComposerReading;
  awaitRecovery(isOn: boolean): void;
  check(): void;
  history(): void;
  dismiss(): void;
}

export interface Banner {
  /** Fills the card, or updates only what differs: focus, an open list and unchanged text stay. */
  show(view: BannerView): void;
  offer: RestoreOfferRow['set'];
  element: HTMLElement;
}

/**
 * The card on a chat site. The caller places it and sets `dir` on its host. The live region exists empty before the
 * first text, so that screen readers announce that text too.
 */
export function createBanner(root: ShadowRoot | HTMLElement, actions: BannerActions): Banner {
  const style = createStyle(cardCss + bannerCss);
  const sign = createElement('span', 'place');
  const headline = createElement('p', 'headline');
  const phase = createElement('p', 'phase');
  const live = createElement('div', 'live', headline, phase);
  live.role = 'status';
  live.ariaLive = 'polite';
  const dismiss = createCloseButton(actions.dismiss);

  const title = createElement('p', 'title');
  const text = createElement('p', 'text');
  const at = createElement('p', 'quiet');
  const words = createElement('div', 'words', title, text, at);
  title.dir = text.dir = 'auto';

  const list = continueList(actions.alternatives, actions.choose, actions.readComposer);
  const awaits = createButton('button', () => actions.awaitRecovery(awaits.ariaPressed !== 'true'));
  const check = createButton('link', actions.check);
  const history = createButton('link', actions.history);
  const link = createElement('a', 'link');
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const checked = createElement('p', 'quiet');
  const foot = createElement('div', 'foot', list.button, awaits, check, history, link, checked);

  const kept = restoreOfferRow(actions);
  const top = createElement('div', 'top', sign, live, dismiss);
  const card = createElement('section', 'understudy', top, words, kept.element, foot, list.panel);
  // Chat pages listen for keys to move the focus into their own input.
  for (const type of ['keydown', 'keyup', 'keypress']) card.addEventListener(type, (event) => event.stopPropagation());
  root.append(style, card);

  let lastSign = '';
  let lastGist = '';
  return {
    element: card,
    offer: kept.set,
    show(view) {
      const isSuspected = view.kind === 'suspected';
      const nextSign = isSuspected ? 'suspected' : view.level === 'operational' ? 'up' : view.level;
      if (nextSign !== lastSign) sign.replaceChildren(drawPaths(SIGN_SHAPES[nextSign], `sign ${nextSign}`));
      lastSign = nextSign;

      // A changed duration is not announced.
      const gist = [view.kind, view.level, view.phase].join();
      live.ariaLive = gist === lastGist && headline.textContent !== view.headline ? 'off' : 'polite';
      lastGist = gist;
      setText(headline, view.headline);
      setText(phase, view.phase);

      setText(title, view.words?.title ?? null);
      setText(text, view.words?.text ?? null);
      setText(at, view.words?.at ?? null);
      words.hidden = view.words === null;

      setText(checked, view.checked);
      setText(link, view.statusUrl === null ? null : view.labels.statusPage);
      setText(list.button, view.labels.continueIn);
      setText(check, view.labels.check);
      setText(history, view.labels.history);
      setText(awaits, view.isAwaited === null ? null : view.labels.awaits);
      awaits.ariaPressed = String(view.isAwaited);
      if (view.statusUrl !== null && link.href !== view.statusUrl) link.href = view.statusUrl;
      list.setWords(view.labels);
      // `system` follows the browser.
      card.style.colorScheme = view.theme === 'system' ? '' : view.theme;
      card.ariaLabel = view.labels.region;
      dismiss.ariaLabel = dismiss.title = view.labels.dismiss;

      if (!view.isOver) {
        foot.hidden = false;
        list.refresh();
        return;
      }
      if (foot.matches(':focus-within') || list.panel.matches(':focus-within')) dismiss.focus();
      list.close();
      foot.hidden = true;
    },
  };
}
