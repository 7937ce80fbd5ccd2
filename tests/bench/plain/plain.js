// @ts-nocheck: served unbuilt; it knows only the stored fields that it shows.
export {};

/** Lower bound for a popup: the same data from the same storage as plain elements, without a framework. */
const LEVELS = { operational: 'Up', degraded: 'Slow', partial_outage: 'Partly down', major_outage: 'Down' };

const put = (parent, tag, text, className = '') => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  parent.append(element);
  return element;
};

const { status, options } = await chrome.storage.local.get(['status', 'options']);
const verdicts = status.value.verdicts;
const watched = options?.value.watched ?? ['claude', 'chatgpt'];
const failing = watched.filter((id) => verdicts[id]?.kind === 'trouble');
const words = failing.length === 0 ? 'All is up.' : `${failing.join(', ')} in trouble.`;
put(document.body, 'h1', words);
const list = put(document.body, 'ul', '');
for (const id of watched) {
  const verdict = verdicts[id];
  const row = put(list, 'li', '', 'row');
  const opener = put(row, 'button', '', 'opener');
  opener.ariaExpanded = 'false';
  put(opener, 'span', id);
  put(opener, 'span', LEVELS[verdict?.level] ?? 'Unknown');
  for (const incident of verdict?.incidents ?? []) put(row, 'p', incident.title);
  opener.addEventListener('click', () => {
    opener.ariaExpanded = opener.ariaExpanded === 'true' ? 'false' : 'true';
  });
}
put(document.body, 'p', `Checked ${new Date(status.value.tickedAt).toLocaleTimeString()}`);
put(document.body, 'button', 'Refresh');
