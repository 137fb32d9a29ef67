// Leptos makes static parts of its views from HTML in the wasm, by the innerHTML of a template. With
// Trusted Types enforced that needs a policy (first.js has the site's only one), which asks this.

const ELEMENTS =
  /^(a|b|br|button|caption|code|dd|div|dl|dt|em|h[1-6]|i|kbd|label|li|mark|ol|option|p|path|small|span|strong|summary|svg|table|tbody|td|th|thead|tr|ul)$/;

/** An attribute, with a link only to a place in the same page. */
const ATTRIBUTE =
  /^(href="#[\w-]*"|(aria-[a-z]+|class|d|for|id|role|scope|tabindex|title|type|value|viewBox)(="[^"]*")?)$/;

const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*>|<!>/g;

/** Whether a tag is one of those that static parts are made of. */
function isPlain(name, attributes) {
  const all = attributes.match(/[a-zA-Z-]+(="[^"]*")?/g) ?? [];
  return ELEMENTS.test(name) && all.every((attribute) => ATTRIBUTE.test(attribute));
}

/**
 * Gives HTML back that is words with plain tags, so that it cannot run, load or redirect anything,
 * whoever hands it in; nothing in the place of other HTML.
 */
export function checkTemplate(html) {
  const rest = html.replace(TAG, (tag, name, attributes) =>
    name === undefined || isPlain(name, attributes) ? "" : tag,
  );
  return rest.includes("<") ? undefined : html;
}
