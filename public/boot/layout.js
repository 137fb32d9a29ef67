// Lays the grid out a few cards at a time.

/** Cards laid out per task. */
const SLICE = 6;

/**
 * Laying out a whole grid at once takes long enough for a reader to notice. Cards outside the
 * viewport keep the size they had on the prerendered page; the returned function lays them out, a
 * slice per task.
 */
export function postponeLayout(before, after) {
  const cards = ".grid > li";
  const [old, waiting] = [before.querySelectorAll(cards), [...after.querySelectorAll(cards)]];
  // The app drew other cards, as a query asks for.
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
