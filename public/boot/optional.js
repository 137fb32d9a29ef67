// The one guard for what some browsers lack, forbid or break: an interface that the site can do
// without is used inside of `optional`.

/** What `use` returns; `otherwise` where it throws. */
export function optional(use, otherwise) {
  try {
    return use();
  } catch {
    return otherwise;
  }
}
