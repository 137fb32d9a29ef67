// Leptos makes static parts of its views from HTML in the wasm, by the innerHTML of a template. With
// Trusted Types enforced that needs a policy (first.js has the site's only one), which asks this.
// tests/boot/ compares the two lists with the views.

const ELEMENTS =
  /^(a|article|aside|b|blockquote|br|button|caption|code|details|dialog|div|em|figcaption|figure|footer|h[1-6]|header|hr|i|input|kbd|label|li|main|mark|nav|ol|option|p|path|pre|q|rect|s|search|section|select|small|span|strong|summary|svg|table|tbody|td|th|thead|tr|ul)$/;

const ATTRIBUTES =
  /^(accept|aria-[a-z]+|auto[a-z]+|class|closedby|d|enterkeyhint|for|height|id|label|maxlength|name|placeholder|preserveAspectRatio|rel|role|scope|spellcheck|tabindex|target|title|type|value|vector-effect|viewBox|width)$/;

/** Where a link may lead: a place in the page, a page of the site, a page of another. */
const TARGET = /^(#[\w-]*|\/[\w/-]*|https:\/\/[\w./-]*)?$/;

const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*>|<!>/g;

/** Whether a tag is one of those that static parts are made of. */
function isPlain(element, attributes) {
  const all = [...attributes.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)];
  return (
    ELEMENTS.test(element) &&
    all.every(([, name, value = ""]) =>
      name === "href" ? TARGET.test(value) && !value.startsWith("//") : ATTRIBUTES.test(name),
    )
  );
}

/**
 * Gives HTML back that is words with plain tags, so that it cannot run, load or redirect anything,
 * whoever hands it in; nothing in the place of other HTML.
 */
export function checkTemplate(html) {
  const rest = html.replace(TAG, (tag, element, attributes) =>
    element === undefined || isPlain(element, attributes) ? "" : tag,
  );
  return rest.includes("<") ? undefined : html;
}
