// Finds in the app's tree the element that has the place of one in the prerendered page's.

/** Tells an element from another one at its place: the app may have drawn another list there. */
function signOf(element) {
  const card = element.closest(".grid > li")?.querySelector("a[href]");
  return [element.localName, element.getAttribute("aria-label"), card?.pathname].join(" ");
}

/** The children that the site has made: a browser's translation wraps text in elements of its own. */
const childrenOf = (element) => [...element.children].filter((child) => child.localName !== "font");

/** The place of an element below `top`: its index among its siblings, level by level. */
export function placeOf(element, top) {
  if (!element || !top.contains(element)) return null;
  const steps = [];
  for (let at = element; at !== top; at = at.parentElement) {
    steps.unshift(childrenOf(at.parentElement).indexOf(at));
  }
  return { steps, sign: signOf(element) };
}

/** The element at a place below `top`, unless it is a different one. */
export function elementAt(place, top) {
  const found = place?.steps.reduce((at, step) => at && childrenOf(at)[step], top);
  return found && signOf(found) === place.sign ? found : undefined;
}
