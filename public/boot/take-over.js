// Puts the app in the place of the prerendered page. Both are drawn by the same components, so that
// an element has the same place in both trees: what the reader did to one is done to the other.

/** Replaces `before` by `after`, with focus, typed text, opened details and scrolled boxes kept. */
export function takeOver(before, after, early) {
  early.stop();
  const elements = [...before.querySelectorAll("*")];
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused?.matches("input")
    ? [focused.selectionStart, focused.selectionEnd]
    : null;
  const kept = {
    focused: placeOf(focused, before),
    pressed: placeOf(early.pressed, before),
    typed: elements
      .filter((element) => element.matches("input[type=text]") && element.value !== "")
      .map((field) => [placeOf(field, before), field.value]),
    opened: elements
      .filter((element) => element.matches("details[open]"))
      .map((details) => placeOf(details, before)),
    scrolled: elements
      .filter((element) => element.scrollTop > 0 || element.scrollLeft > 0)
      .map((box) => [placeOf(box, before), box.scrollLeft, box.scrollTop]),
  };

  before.replaceWith(after);

  for (const place of kept.opened) {
    const details = elementAt(place, after);
    if (details) details.open = true;
  }
  for (const [place, left, top] of kept.scrolled) elementAt(place, after)?.scrollTo(left, top);
  for (const [place, value] of kept.typed) {
    const field = elementAt(place, after);
    if (!field) continue;
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  const focus = elementAt(kept.focused, after);
  focus?.focus({ preventScroll: true });
  if (selection) focus?.setSelectionRange?.(...selection);
  elementAt(kept.pressed, after)?.click();
}

/** Where an element stands below `top`: its number among its siblings, level by level. */
function placeOf(element, top) {
  if (!element || !top.contains(element)) return null;
  const steps = [];
  for (let at = element; at !== top; at = at.parentElement) {
    steps.unshift([...at.parentElement.children].indexOf(at));
  }
  return { steps, name: element.localName };
}

/** The element at a place, unless the query drew another tree there. */
function elementAt(place, top) {
  const found = place?.steps.reduce((at, step) => at?.children[step], top);
  return found?.localName === place?.name ? found : undefined;
}
