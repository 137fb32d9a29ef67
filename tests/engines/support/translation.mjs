/**
 * Runs in the page: does to it what a browser's translation does. Each text node gives way to
 * elements with its text, now and whenever the page adds text.
 */
export function translate() {
  const isLeft = (node) => node.parentElement?.closest("font, [translate=no], script, style");
  const replace = (node) => {
    if (!node.data.trim() || isLeft(node)) return;
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    inner.textContent = node.data;
    node.replaceWith(outer);
  };
  const replaceIn = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(replace);
  };
  replaceIn(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === Node.TEXT_NODE) replace(node);
        else replaceIn(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}
