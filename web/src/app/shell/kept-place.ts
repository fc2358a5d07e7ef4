import { type RefObject, useEffect, useRef } from 'react';

/** What a person can be led back to: the heads of the parts of a page, and groups of choices. */
const places = 'h1, h2, h3, h4, fieldset';

/**
 * Whoever uses the keyboard keeps their place. When what has the focus leaves the page (the button of a form that was
 * saved, a request that was answered), a browser leaves the focus nowhere. It goes to the head of the part it was in,
 * so that a screen reader says where one is and Tab goes on from there. A new page takes the focus by itself.
 */
export function useKeptPlace(): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = page;
    if (current === null) return;
    let focused: Element | null = null;
    let before: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      focused = target;
      before = [...current.querySelectorAll<HTMLElement>(places)]
        .filter((one) => one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)
        .reverse();
    };
    const observer = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return;
      focused = null;
      if (document.activeElement !== document.body) return;
      const place = before.find((one) => one.isConnected && one.checkVisibility());
      if (place === undefined) return;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
    current.addEventListener('focusin', remember);
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return page;
}
