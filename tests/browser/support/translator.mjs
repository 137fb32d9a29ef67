// A stand-in for a browser's own translation, as Chrome's works: each text node is replaced by
// nested <font> elements with the translation in them, now and whenever the page changes. The
// translation is the text itself, so that a translated page can be compared with another.

/** When the pages of a journey are translated. */
export const TRANSLATIONS = {
  "as it changes": true,
  "once, by a reader's command": false,
};

/** Replaces every text of the page. With `isFollowing`, also what is added later. */
export function translate(page, isFollowing) {
  return page.evaluate(replaceTexts, isFollowing);
}

/** Runs in the page, in any engine: does what `translate` says. */
export function replaceTexts(isFollowing) {
  const UNTRANSLATED = "script, style, noscript, textarea, svg, font, [translate=no]";
  const font = (content) => {
    const element = document.createElement("font");
    element.append(content);
    return element;
  };
  const translateBelow = (top) => {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.data.trim() && !text.parentElement?.closest(UNTRANSLATED)) {
        text.replaceWith(font(font(new Text(text.data))));
      }
    }
  };
  translateBelow(document.body);
  if (isFollowing) {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      translateBelow(document.body);
      observe();
    });
    const observe = () => observer.observe(document.body, { childList: true, subtree: true });
    observe();
  }
}

/** What the page says, whatever elements its texts are in; with the labels and values of its menus. */
export function said(page) {
  return page.evaluate(() => {
    const copy = document.getElementById("app").cloneNode(true);
    // Announced after a pause.
    for (const element of copy.querySelectorAll("[aria-live]")) element.remove();
    for (const option of copy.querySelectorAll("option")) {
      option.append(` = ${option.value}`);
    }
    const blocks = copy.querySelectorAll("p, li, h1, h2, h3, a, button, option, td, th, summary");
    for (const block of blocks) block.prepend("\n");
    return copy.textContent.replace(/[^\S\n]+/g, " ").replace(/\s*\n\s*/g, "\n");
  });
}
