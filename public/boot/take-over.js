// Puts the app in the place of the prerendered page. Both are drawn by the same components, so that
// an element has the same place in both trees: what the reader did to one is done to the other.

/** Replaces `before` by `after`, with focus, typed text, opened details and scrolled boxes kept. */
export function takeOver(before, after, early) {
  early.stop();
  const all = (selector) => [...before.querySelectorAll(selector)];
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const isTyping = focused?.matches("input[type=text]");
  const selection = isTyping && [focused.selectionStart, focused.selectionEnd];
  const boxes = [...early.scrolled].filter((box) => box !== before && before.contains(box));
  const kept = {
    focused: placeOf(focused, before),
    pressed: placeOf(early.pressed, before),
    typed: all("input[type=text]").map((field) => [placeOf(field, before), field.value]),
    chosen: all("select")
      .filter((menu) => early.chosen.has(menu))
      .map((menu) => [placeOf(menu, before), menu.value]),
    opened: all("details[open]").map((details) => placeOf(details, before)),
    scrolled: boxes.map((box) => [placeOf(box, before), box.scrollLeft, box.scrollTop]),
  };
  const layOut = postponeLayout(before, after);

  before.replaceWith(after);

  for (const place of kept.opened) {
    const details = elementAt(place, after);
    if (details) details.open = true;
  }
  for (const [place, left, top] of kept.scrolled) elementAt(place, after)?.scrollTo(left, top);
  for (const [place, value] of kept.typed) {
    const field = value && elementAt(place, after);
    if (!field) continue;
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  for (const [place, value] of kept.chosen) {
    const menu = elementAt(place, after);
    const choice = [...(menu?.options ?? [])].find((option) => option.value === value);
    if (!choice) continue;
    choice.selected = true;
    menu.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const focus = elementAt(kept.focused, after);
  focus?.focus({ preventScroll: true });
  if (selection) focus?.setSelectionRange?.(...selection);
  elementAt(kept.pressed, after)?.click();
  layOut();
}

/** How many cards are laid out before the browser may do what waits. */
const SLICE = 6;

/**
 * To lay out a whole grid at once takes long enough for a reader to notice. The cards outside of the
 * window keep the size that they had on the prerendered page, which the answer gives up slice by slice.
 */
function postponeLayout(before, after) {
  const cards = ".grid > li";
  const [old, waiting] = [before.querySelectorAll(cards), [...after.querySelectorAll(cards)]];
  // Another number of cards: another filter, whose cards have sizes of their own.
  if (old.length !== waiting.length) return () => {};
  waiting.forEach((card, at) => {
    const { top, bottom, width, height } = old[at].getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return;
    card.style.contentVisibility = "auto";
    card.style.containIntrinsicSize = `${width}px ${height}px`;
  });
  return function layOut() {
    setTimeout(() => {
      for (const card of waiting.splice(0, SLICE)) card.removeAttribute("style");
      if (waiting.length > 0) layOut();
    });
  };
}

/** What an element is, and of which card: the query may have drawn another list in the same place. */
function signOf(element) {
  const card = element.closest(".grid > li")?.querySelector("a[href]");
  return [element.localName, element.getAttribute("aria-label"), card?.pathname].join(" ");
}

/** Where an element stands below `top`: its number among its siblings, level by level. */
function placeOf(element, top) {
  if (!element || !top.contains(element)) return null;
  const steps = [];
  for (let at = element; at !== top; at = at.parentElement) {
    steps.unshift([...at.parentElement.children].indexOf(at));
  }
  return { steps, sign: signOf(element) };
}

/** The element at a place, unless the query drew another tree there. */
function elementAt(place, top) {
  const found = place?.steps.reduce((at, step) => at?.children[step], top);
  return found && signOf(found) === place.sign ? found : undefined;
}
