// Leptos makes static parts of its views from HTML in the wasm, by the innerHTML of a template. With
// Trusted Types enforced that needs a policy (first.js has the site's only one), which asks this.

/** Anything that runs, loads or redirects. */
const UNSAFE =
  /<\s*(script|iframe|frame|object|embed|base|link|meta|style|form)\b|\son\w+\s*=|\b(srcdoc|style)\s*=|javascript:/i;

/** Gives HTML back that cannot run anything, whoever hands it in; nothing in the place of other HTML. */
export function checkTemplate(html) {
  return UNSAFE.test(html) ? undefined : html;
}
