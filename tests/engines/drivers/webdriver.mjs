// A client of the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/): the few commands that
// journeys need. selenium-webdriver and webdriver need Node.js 22; the site is built from 20 on.

/** The key of an element reference in JSON, fixed by the specification. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

async function send(driver, method, path, body) {
  const answer = await fetch(`${driver}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Starts a session: one window with a profile of its own. `driver` is the driver's URL. */
export async function openSession(driver, capabilities) {
  const { sessionId } = await send(driver, "POST", "/session", {
    capabilities: { alwaysMatch: capabilities },
  });
  const command = (method, path, body) =>
    send(driver, method, `/session/${sessionId}${path}`, body);
  const post = (path, body = {}) => command("POST", path, body);
  const on = (element) => `/element/${element[ELEMENT]}`;
  return {
    goto: (url) => post("/url", { url }),
    reload: () => post("/refresh"),
    back: () => post("/back"),
    resize: (width, height) => post("/window/rect", { width, height }),
    /** Runs the body of a function. A promise that it returns is awaited. */
    run: (script, args = []) => post("/execute/sync", { script, args }),
    click: (element) => post(`${on(element)}/click`),
    isSelected: (element) => command("GET", `${on(element)}/selected`),
    /** Moves the mouse to an element in the viewport. */
    hover: (element) =>
      post("/actions", {
        actions: [
          {
            type: "pointer",
            id: "mouse",
            parameters: { pointerType: "mouse" },
            actions: [{ type: "pointerMove", origin: element, x: 0, y: 0 }],
          },
        ],
      }),
    /** Presses and releases each key, given as a character of the specification. */
    press: (keys) =>
      post("/actions", {
        actions: [
          {
            type: "key",
            id: "keyboard",
            actions: [...keys].flatMap((value) => [
              { type: "keyDown", value },
              { type: "keyUp", value },
            ]),
          },
        ],
      }),
    close: () => command("DELETE", ""),
  };
}

/** Waits until a driver accepts sessions. */
export async function isReady(driver) {
  try {
    return (await send(driver, "GET", "/status")).ready;
  } catch {
    return false; // It does not listen yet.
  }
}
