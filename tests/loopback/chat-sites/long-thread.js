// Shows a long conversation. Its rows are in a template, and a virtualized list holds only those near the window.
export {};

const thread = /** @type {HTMLElement} */ (document.querySelector('.thread'));
const stock = /** @type {HTMLTemplateElement} */ (document.querySelector('template[data-rows]'));
const rows = /** @type {HTMLElement[]} */ ([...stock.content.children]);
// Copies of a node lack this.
for (const node of stock.content.querySelectorAll('img, script')) Object.assign(node, { isOwn: true });
const isVirtual = stock.dataset.rows !== 'plain';
const isEndless = stock.dataset.hostility === 'endless';
const isLate = stock.dataset.hostility === 'late';
const LATE_MS = 80;
const OVERSCAN = 2;
/** Rows at the end that never leave the page, as on claude.ai. */
const TAIL = 2;

/** @type {Map<HTMLElement, number>} */
const heights = new Map();
const GUESS = 240;
const heightOf = (/** @type {HTMLElement | undefined} */ row) => (row && heights.get(row)) ?? GUESS;
const [above, below] = [document.createElement('div'), document.createElement('div')];
let older = 0;

/** Older rows without end. Each has an id of its own. */
function invent() {
  const made = Array.from({ length: 10 }, () => {
    const row = /** @type {HTMLElement} */ (rows[0]?.cloneNode(true));
    older += 1;
    row.dataset.turnId = `older-${older}`;
    row.removeAttribute('aria-posinset');
    row.removeAttribute('aria-setsize');
    return row;
  });
  const [anchor] = rows;
  const before = anchor?.getBoundingClientRect().top ?? 0;
  rows.unshift(...made);
  for (const row of made) heights.set(row, heightOf(anchor));
  // What the user sees stays where it is, as browsers anchor it.
  thread.scrollTop += made.length * heightOf(anchor);
  render();
  if (anchor?.isConnected) thread.scrollTop += anchor.getBoundingClientRect().top - before;
}

function measure() {
  for (const row of rows)
    if (row.isConnected && row.hasChildNodes()) heights.set(row, row.getBoundingClientRect().height);
}

/**
 * Fills a row some time after it was added, as pages do that render in steps.
 * @param {HTMLElement} row
 */
function fillLater(row) {
  const content = [...row.childNodes];
  row.style.setProperty('min-height', `${heightOf(row)}px`);
  row.replaceChildren();
  setTimeout(() => {
    row.append(...content);
    row.style.removeProperty('min-height');
    measure();
  }, LATE_MS);
}

function render() {
  const tailFrom = rows.length - TAIL;
  let offset = 0;
  let first = 0;
  while (first < tailFrom - 1 && offset + heightOf(rows[first]) < thread.scrollTop) offset += heightOf(rows[first++]);
  let last = first;
  let end = offset;
  while (last < tailFrom && end < thread.scrollTop + thread.clientHeight) end += heightOf(rows[last++]);
  for (let count = 0; count < OVERSCAN && first > 0; count++) offset -= heightOf(rows[--first]);
  for (let count = 0; count < OVERSCAN && last < tailFrom; count++) end += heightOf(rows[last++]);
  const rest = rows.slice(last, tailFrom).reduce((sum, row) => sum + heightOf(row), 0);
  above.style.setProperty('height', `${offset}px`);
  below.style.setProperty('height', `${rest}px`);
  const wanted = [above, ...rows.slice(first, last), below, ...rows.slice(tailFrom)];
  for (const node of [...thread.children]) if (!wanted.includes(/** @type {HTMLElement} */ (node))) node.remove();
  let at = /** @type {ChildNode | null} */ (thread.firstChild);
  for (const node of wanted) {
    if (at === node) at = at.nextSibling;
    else {
      if (isLate && rows.includes(/** @type {HTMLElement} */ (node)) && node.hasChildNodes())
        fillLater(/** @type {HTMLElement} */ (node));
      thread.insertBefore(node, at);
    }
  }
  measure();
}

thread.replaceChildren();
if (isVirtual) {
  render();
  thread.scrollTop = thread.scrollHeight;
  render();
  thread.addEventListener('scroll', () => {
    if (isEndless && thread.scrollTop < 50) invent();
    render();
  });
} else {
  thread.append(...rows);
}
thread.scrollTop = thread.scrollHeight;
// Like the real site's, the page's own requests name the organization. They are listed once they have ended.
const { accountUrl } = stock.dataset;
if (accountUrl) {
  const { href } = new URL(accountUrl, location.href);
  const isListed = new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => list.getEntriesByName(href).length > 0 && resolve(true));
    observer.observe({ type: 'resource' });
  });
  void fetch(accountUrl);
  await isListed;
}
document.body.dataset.ready = 'true';
