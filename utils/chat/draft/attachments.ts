const NAMES = ['attach', 'file', 'thumbnail', 'pasted'];
const ATTACHMENT = NAMES.flatMap((name) =>
  ['data-testid', 'class', 'aria-label'].map((attribute) => `[${attribute}*="${name}" i]`),
).join(', ');

/** The frame of a composer: what surrounds it without being the page. */
export function frameOf(composer: Element): Element {
  const isFrame = (element: Element) => element.clientHeight < innerHeight / 2 && element !== document.body;
  let frame = composer.closest('form, fieldset') ?? composer;
  for (let outer = frame.parentElement; outer !== null && isFrame(outer); outer = outer.parentElement) frame = outer;
  return frame === composer ? (composer.parentElement ?? composer) : frame;
}

/** How many things beside the composer look like attachments; the button that adds one may be among them. */
export function countAttachments(composer: Element): number {
  const matches = [...frameOf(composer).querySelectorAll(ATTACHMENT)];
  return matches.filter((match) => !match.contains(composer) && !composer.contains(match) && match.checkVisibility())
    .length;
}

/** A name as files have one: a dot and an ending. */
const FILE_NAME = /[^\s.]\.[a-z0-9]{2,5}\b/i;
const CONTROL = 'button, label, input, select, a, [role="button"], [role="menuitem"]';

/**
 * Whether files were added beside the text: chosen in a field of the composer's frame, or shown there as a preview or
 * by their names. The button that adds one has neither.
 */
export function hasFiles(composer: Element): boolean {
  const frame = frameOf(composer);
  const isChosen = [...frame.querySelectorAll<HTMLInputElement>('input[type="file"]')].some(
    ({ files }) => (files?.length ?? 0) > 0,
  );
  const isPreview = (image: Element) => !composer.contains(image) && image.checkVisibility();
  const isNamed = (match: Element) =>
    !match.contains(composer) &&
    !composer.contains(match) &&
    !match.matches(CONTROL) &&
    match.checkVisibility() &&
    FILE_NAME.test(match.textContent);
  return (
    isChosen ||
    [...frame.querySelectorAll('img[src^="blob:"]')].some(isPreview) ||
    [...frame.querySelectorAll(ATTACHMENT)].some(isNamed)
  );
}
