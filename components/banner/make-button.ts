import { make } from './make';

/** A button that only a person can press: the page around it may send clicks of its own. */
export function makeButton(className: string, onPress: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const button = make('button', className, ...children);
  button.type = 'button';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return button;
}
