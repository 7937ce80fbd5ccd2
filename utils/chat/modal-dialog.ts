/** The open modal dialogs of the page, and of the components that hold the focus: a dialog takes the focus as it opens. */
function openModals(): HTMLElement[] {
  const modals: HTMLElement[] = [];
  let root: Document | ShadowRoot | null | undefined = document;
  while (root) {
    modals.push(...root.querySelectorAll<HTMLElement>('dialog:modal'));
    root = root.activeElement?.shadowRoot;
  }
  return modals;
}

/** Whether the dialog takes clicks: of several open ones, only the one that was opened last does. */
function isActive(dialog: HTMLElement): boolean {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const root = dialog.getRootNode() as Document | ShadowRoot;
  return dialog.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

/**
 * The modal dialog that makes the rest of the page inert; null while none is open. Only what is inside that dialog can
 * be clicked, whatever layer it is in (measured in Chromium and Firefox).
 */
export function activeModal(): HTMLElement | null {
  const modals = openModals();
  return modals.find(isActive) ?? modals.at(-1) ?? null;
}
