import type { RestoreOffer } from '@/utils/model/drafts';
import type { BannerView } from '@/utils/model/views';
import { SIGN_SHAPES } from '@/utils/ui/marks';
import bannerCss from './banner.css?inline';
import cardCss from './card.css?inline';
import { continueList, type ListActions } from './continue-list';
import { createButton, createCloseButton, createElement, createStyle, drawPaths, setText } from './dom';

interface RestoreOfferActions {
  putBack(): void;
  discard(): void;
}

interface RestoreOfferRow {
  element: HTMLElement;
  /** Null removes the offer. */
  set(offer: RestoreOffer | null): void;
}

/** The saved draft, with buttons to restore and to discard it. */
function restoreOfferRow({ putBack, discard }: RestoreOfferActions): RestoreOfferRow {
  const text = createElement('p', '');
  text.role = 'status';
  const back = createButton('button', putBack);
  const away = createButton('link', discard);
  const element = createElement('div', 'foot', text, back, away);
  element.hidden = true;
  return {
    element,
    set(offer) {
      element.hidden = offer === null;
      setText(text, offer?.text ?? null);
      setText(back, offer?.putBack ?? null);
      setText(away, offer?.discard ?? null);
    },
  };
}

export interface BannerActions extends RestoreOfferActions, ListActions {
  awaitRecovery(isOn: boolean): void;
  check(): void;
  dismiss(): void;
}

export interface Banner {
  /** Fills the card, or updates only what differs: focus, an open list and unchanged text stay. */
  show(view: BannerView): void;
  offer: RestoreOfferRow['set'];
  /** Says in one line where the draft went. */
  say(text: string): void;
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
  const facts = createElement('p', 'facts');
  const detail = createElement('p', 'detail');
  const live = createElement('div', 'live', headline, facts, detail);
  live.role = 'status';
  live.ariaLive = 'polite';
  const dismiss = createCloseButton(actions.dismiss);

  const title = createElement('span', 'title');
  const textGap = createElement('span', '');
  const text = createElement('span', '');
  const words = createElement('p', 'text', title, textGap, text);
  words.dir = 'auto';
  const by = createElement('span', '');
  const linkGap = createElement('span', '');
  const link = createElement('a', 'link');
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const byline = createElement('p', 'byline', by, linkGap, link);
  const checked = createElement('p', 'checked');
  const meta = createElement('div', 'meta quiet', byline, checked);
  const post = createElement('div', 'post', words, meta);

  const list = continueList(actions);
  const awaits = createButton('button', () => actions.awaitRecovery(awaits.ariaPressed !== 'true'));
  const check = createButton('link check', actions.check);
  const foot = createElement('div', 'foot', list.button, list.panel, awaits, check);

  const kept = restoreOfferRow(actions);
  const top = createElement('div', 'top', sign, live, dismiss);
  const card = createElement('section', 'understudy', top, post, kept.element, foot, list.said);
  // Chat pages listen for keys to move the focus into their own input.
  for (const type of ['keydown', 'keyup', 'keypress']) card.addEventListener(type, (event) => event.stopPropagation());
  root.append(style, card);

  let lastSign = '';
  let lastGist = '';
  return {
    element: card,
    offer(offer) {
      // Its buttons go away, and the page would take the focus.
      const hadFocus = kept.element.matches(':focus-within');
      kept.set(offer);
      if (offer === null && hadFocus) (foot.hidden ? dismiss : list.button).focus();
    },
    say(said) {
      list.said.textContent = said;
    },
    show(view) {
      const isSuspected = view.kind === 'suspected';
      const nextSign = isSuspected ? 'suspected' : view.level === 'operational' ? 'up' : view.level;
      if (nextSign !== lastSign) sign.replaceChildren(drawPaths(SIGN_SHAPES[nextSign], `sign ${nextSign}`));
      lastSign = nextSign;

      // A changed duration is not announced.
      const gist = [view.kind, view.level, view.phase, view.detail].join();
      live.ariaLive = gist === lastGist ? 'off' : 'polite';
      lastGist = gist;
      setText(headline, view.headline);
      setText(facts, [view.since, view.phase].filter(Boolean).join(' · '));
      setText(detail, view.detail);

      const { words: quoted, statusUrl } = view;
      setText(title, quoted?.title ?? null);
      setText(textGap, quoted?.title && quoted.text ? ' · ' : null);
      setText(text, quoted?.text ?? null);
      words.hidden = quoted === null;
      setText(by, quoted?.by ?? null);
      setText(linkGap, quoted?.by && statusUrl !== null ? ' · ' : null);
      setText(link, statusUrl === null ? null : view.labels.link);
      if (statusUrl !== null && link.href !== statusUrl) link.href = statusUrl;
      byline.hidden = !quoted?.by && statusUrl === null;
      setText(checked, view.checked);
      post.className = quoted === null ? 'post' : 'post quote';

      setText(list.button, view.labels.continueIn);
      setText(check, view.labels.check);
      setText(awaits, view.isAwaited === null ? null : view.labels.awaits);
      awaits.ariaPressed = String(view.isAwaited);
      list.setWords(view.labels, view.carriesConversation);
      // `system` follows the browser.
      card.style.colorScheme = view.theme === 'system' ? '' : view.theme;
      card.ariaLabel = view.labels.region;
      dismiss.ariaLabel = dismiss.title = view.labels.dismiss;

      post.hidden = list.said.hidden = view.isOver;
      if (!view.isOver) {
        foot.hidden = false;
        list.refresh();
        return;
      }
      if (foot.matches(':focus-within')) dismiss.focus();
      list.close();
      foot.hidden = true;
    },
  };
}
