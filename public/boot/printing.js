// Makes an article of the page for paper: opens what is folded, and writes where and when it was
// printed.

/** What was opened for the print alone. */
let opened = [];

/** Follows the browser's prints from now on. style/print.css does the rest. */
export function preparePrint() {
  addEventListener("beforeprint", () => {
    const main = document.getElementById("main");
    opened = [...(main?.querySelectorAll("details:not([open], .needs-app, [name])") ?? [])];
    for (const details of opened) details.open = true;
    const words = document.getElementById("printed");
    const day = new Date().toISOString().slice(0, 10);
    if (words) words.textContent = `Printed from ${location.href} on ${day}.`;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
