// Leptos makes the static parts of its views from HTML in the wasm, with the innerHTML of a
// template. Where Trusted Types are enforced that needs a policy (first.js creates the only one
// that the site allows), which calls this check.

/** Elements that load, run and embed nothing by themselves. */
const ELEMENTS =
  /^(a|article|aside|b|blockquote|br|button|caption|code|dd|details|dialog|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|input|kbd|label|li|main|mark|nav|ol|option|p|path|pre|q|rect|s|search|section|select|small|span|strong|summary|svg|table|tbody|td|th|thead|time|tr|ul)$/;

/** Attributes that hold neither an address nor code. */
const ATTRIBUTES =
  /^(accept|aria-[a-z]+|auto[a-z]+|class|closedby|d|data-[a-z]+|datetime|enterkeyhint|for|height|hidden|id|label|maxlength|name|open|placeholder|preserveAspectRatio|rel|role|scope|spellcheck|tabindex|target|title|type|value|vector-effect|viewBox|width)$/;

/** What a link may lead to: a place in the page, a page of the site, a page of another site. */
const TARGET = /^(#[\w-]*|\/[\w/-]*|https:\/\/[\w./-]*)?$/;

const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*>|<!>/g;

/** Whether a tag has only elements and attributes of these lists. */
function isPlain(element, attributes) {
  const all = [...attributes.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)];
  return (
    ELEMENTS.test(element) &&
    all.every(([, name, value = ""]) =>
      name === "href" ? TARGET.test(value) && !value.startsWith("//") : ATTRIBUTES.test(name),
    )
  );
}

/** The HTML itself if it is text with tags of these lists, else undefined. */
export function checkTemplate(html) {
  const rest = html.replace(TAG, (tag, element, attributes) =>
    element === undefined || isPlain(element, attributes) ? "" : tag,
  );
  return rest.includes("<") ? undefined : html;
}
