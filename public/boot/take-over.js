// Replaces the prerendered page with the mounted app. Both are drawn by the same components, so an
// element has the same place in both trees: what the reader did to one is done to the other.
import { postponeLayout } from "./layout.js";
import { elementAt, placeOf } from "./place.js";

/** Replaces `before` with `after`; keeps focus, typed text, open details and scroll positions. */
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
