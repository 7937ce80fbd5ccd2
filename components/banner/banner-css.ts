/**
 * The banner's style sheet, for a `<style>` of its own. Colours are those of components/tokens.css, held equal by a
 * test. `all: initial` keeps the page's fonts and colours out; the page's zoom and direction are let in.
 */
export const BANNER_CSS = `
.understudy {
  all: initial;
  display: block;
  box-sizing: border-box;
  max-inline-size: 420px;
  padding: 12px 16px;
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #1b1e20);
  --raised: light-dark(#f4f6f6, #25292b);
  --line: light-dark(#dfe3e4, #383e41);
  --edge: light-dark(#7d878c, #788288);
  --text: light-dark(#1b2022, #e9eced);
  --muted: light-dark(#576066, #a9b2b7);
  --accent: light-dark(#0b7268, #52c5b6);
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--ground);
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 6px 20px rgb(0 0 0 / .12);
  color: var(--text);
  font: 13px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums;
  overflow: auto;
  overflow-wrap: anywhere;
}
.understudy [hidden] { display: none !important; }
.understudy * { box-sizing: border-box; margin: 0; padding: 0; font: inherit; }
.understudy .top { display: flex; gap: 12px; }
.understudy .live { flex: 1; }
.understudy .headline { margin-block-end: 4px; font-size: 14px; font-weight: 600; text-wrap: balance; }
.understudy .sign { display: block; inline-size: 18px; block-size: 18px; margin-block-start: 1px; }
.understudy .up { color: light-dark(#0b8074, #52c5b6); }
.understudy .maintenance { color: light-dark(#3a66c4, #86abff); }
.understudy .unknown { color: light-dark(#667077, #98a2a8); }
.understudy .degraded, .understudy .suspected { color: light-dark(#96640a, #e3b04f); }
.understudy .partial_outage { color: light-dark(#b7501a, #f0935a); }
.understudy .major_outage { color: light-dark(#c8312f, #ff7f78); }
.understudy .words {
  margin-block-start: 8px;
  margin-inline-start: 30px;
  padding: 8px 12px;
  border: 1px solid transparent;
  border-radius: 6px;
  background: var(--raised);
}
.understudy p { text-wrap: pretty; }
.understudy .title { font-weight: 600; }
.understudy .text {
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
}
.understudy .quiet { color: var(--muted); font-size: 12px; }
.understudy .foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  margin-block-start: 12px;
  margin-inline-start: 30px;
}
.understudy button { border: 1px solid var(--edge); border-radius: 6px; background: none; color: var(--text); cursor: pointer; }
.understudy button:hover { border-color: var(--text); }
.understudy .button, .understudy .way { min-block-size: 30px; padding: 4px 12px; }
.understudy .button[aria-expanded="true"] { border-color: var(--text); }
.understudy .dismiss { flex: none; inline-size: 26px; block-size: 26px; margin-block: -3px 0; margin-inline: 0 -6px; border-color: transparent; color: var(--muted); }
.understudy .dismiss:hover { color: var(--text); }
.understudy .cross { display: block; inline-size: 16px; block-size: 16px; margin: auto; }
.understudy .link { color: var(--accent); font-size: 12px; text-decoration: underline; text-underline-offset: 2px; cursor: pointer; }
.understudy .list { margin-block-start: 8px; margin-inline-start: 30px; }
.understudy ul { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; }
.understudy .way { flex: none; border-color: var(--accent); color: var(--accent); font-weight: 600; }
.understudy .note { margin-block-start: 6px; }
.understudy li { display: flex; align-items: center; gap: 8px; }
.understudy :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) {
  .understudy .sign { color: CanvasText; }
  .understudy .words { border-color: CanvasText; }
}
@media (prefers-reduced-motion: no-preference) {
  .understudy { animation: understudy-appear .15s; }
  @keyframes understudy-appear { from { opacity: 0; } }
}
`;
