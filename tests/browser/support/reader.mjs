// A reader whose actions are counted by the browser: a click, a key press, a word typed are one action
// each. Loading another document by its address is one too.
import { expect } from "@playwright/test";

import { appIsLive } from "./app.mjs";

/**
 * Runs in the page before anything else. It hears events as the browser sends them, so an action counts
 * whichever way a journey causes it; events that scripts make are no actions of a reader, and are noted as
 * such.
 */
function listen() {
  let isTyping = false;
  const note = (action) => {
    isTyping = action === "type";
    window.noteAction(action);
  };
  const isField = (target) => target instanceof Element && target.matches("input, textarea");
  const listeners = {
    pointerdown: (event) => note(event.isTrusted ? "click" : "a click by a script"),
    keydown: (event) => {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      if (!isLetter || !isField(event.target)) note(event.key);
      else if (event.key === " " || !isTyping) {
        if (event.key !== " ") note("type");
        else isTyping = false;
      }
    },
    // A value set without keys.
    input: (event) => {
      if (!isTyping && isField(event.target) && event.inputType !== "deleteContentBackward") {
        if (event.data !== " ") note("type");
      }
    },
    change: (event) => event.target.matches("select") && note("choose"),
  };
  for (const [type, listener] of Object.entries(listeners)) {
    addEventListener(type, listener, { capture: true, passive: true });
  }
}

export class Reader {
  #page;
  #actions = [];
  #isCounting = false;

  constructor(page) {
    this.#page = page;
  }

  /** The page on which the reader is at first. Nothing before that counts. */
  async startsOn(address) {
    const page = this.#page;
    await page.exposeFunction("noteAction", (action) => this.#count(action));
    await page.addInitScript(listen);
    await page.goto(address);
    await appIsLive(page);
    page.on("request", (request) => {
      const isMain = request.frame() === page.mainFrame();
      if (request.isNavigationRequest() && isMain) this.#count(`load ${request.url()}`);
    });
    this.#isCounting = true;
  }

  #count(action) {
    if (this.#isCounting) this.#actions.push(action);
  }

  click(locator) {
    return locator.click();
  }

  press(key) {
    return this.#page.keyboard.press(key);
  }

  /** Types words, each of which is an action. */
  type(words) {
    return this.#page.keyboard.type(words);
  }

  /** Fails unless the reader has needed exactly so many actions by now. */
  async tookActions(number) {
    // What the page has sent before this answer has arrived by then.
    await this.#page.evaluate(() => undefined);
    expect(this.#actions, "actions of the reader").toHaveLength(number);
    this.#isCounting = false;
  }
}
