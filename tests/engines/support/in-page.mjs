// Runs in the page: see finder.mjs.
import { computeAccessibleName, getRole } from "dom-accessibility-api";

/** The first visible element with this role and name, or null. */
export function find({ role, name, pattern, within }) {
  const place = within ? find(within) : document;
  if (!place) return null;
  const matches = (element) => {
    if (name === undefined && pattern === undefined) return true;
    const actual = computeAccessibleName(element).replace(/\s+/g, " ").trim();
    return pattern === undefined ? actual === name : new RegExp(pattern).test(actual);
  };
  return (
    [...place.querySelectorAll("*")].find(
      (element) => roleOf(element) === role && isVisible(element) && matches(element),
    ) ?? null
  );
}

function roleOf(element) {
  return ["summary", "iframe"].includes(element.localName) ? element.localName : getRole(element);
}

function isVisible(element) {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest("[aria-hidden=true], [inert]") === null
  );
}
