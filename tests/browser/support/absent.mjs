// Interfaces of the browser that the site can do without.

/** What is removed before any script of the page runs. Functions run in the page, in any engine. */
export const ABSENT = {
  PerformanceObserver: () => delete globalThis.PerformanceObserver,
  "PerformanceObserver, which refuses": () => {
    PerformanceObserver.prototype.observe = () => {
      throw new TypeError("refused");
    };
  },
  "performance.getEntriesByType": () => delete Performance.prototype.getEntriesByType,
  "performance.mark and measure": () => {
    delete Performance.prototype.mark;
    delete Performance.prototype.measure;
  },
  "localStorage, which is null": () =>
    Object.defineProperty(window, "localStorage", { value: null }),
  "sessionStorage, which throws": () =>
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  "service workers": () => delete Navigator.prototype.serviceWorker,
  "service workers, which throw": () =>
    Object.defineProperty(navigator, "serviceWorker", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  "a service worker that is refused": () =>
    (ServiceWorkerContainer.prototype.register = () => Promise.reject(new TypeError("refused"))),
  caches: () => delete globalThis.caches,
  observers: () => {
    delete globalThis.IntersectionObserver;
    delete globalThis.ResizeObserver;
  },
  matchMedia: () => delete globalThis.matchMedia,
  Intl: () => delete globalThis.Intl,
  "sharing, the clipboard and the storage manager": () => {
    for (const name of ["share", "clipboard", "storage", "permissions", "locks", "userAgentData"])
      delete Navigator.prototype[name];
  },
  "a storage manager that refuses": () => {
    const manager = globalThis.StorageManager?.prototype ?? {};
    manager.persist = () => {
      throw new TypeError("refused");
    };
    manager.persisted = () => Promise.reject(new TypeError("refused"));
  },
  "idle callbacks, clones, tasks and view transitions": () => {
    delete globalThis.requestIdleCallback;
    delete globalThis.structuredClone;
    delete globalThis.scheduler;
    delete Document.prototype.startViewTransition;
  },
  queueMicrotask: () => delete globalThis.queueMicrotask,
  "requests that can be aborted": () => {
    delete globalThis.AbortController;
    delete globalThis.AbortSignal;
  },
  cryptography: () => delete globalThis.crypto,
  "BroadcastChannel and workers": () => {
    delete globalThis.BroadcastChannel;
    delete globalThis.Worker;
    delete globalThis.SharedWorker;
  },
  "compilation of a stream": () => {
    delete WebAssembly.instantiateStreaming;
    delete WebAssembly.compileStreaming;
  },
  CustomEvent: () => delete globalThis.CustomEvent,
  InputEvent: () => delete globalThis.InputEvent,
  "modal dialogs": () => {
    delete HTMLDialogElement.prototype.showModal;
    delete HTMLDialogElement.prototype.close;
  },
  "scrolling to an element": () => {
    delete Element.prototype.scrollIntoView;
    delete Element.prototype.scrollTo;
  },
  "restored scroll positions": () => delete History.prototype.scrollRestoration,
  "writing to the history": () => {
    for (const name of ["pushState", "replaceState"]) {
      History.prototype[name] = () => {
        throw new DOMException("too often", "SecurityError");
      };
    }
  },
  "navigation and its events": () => {
    delete globalThis.navigation;
    delete globalThis.PageTransitionEvent;
  },
  "the platform's name": () => delete Navigator.prototype.platform,
  "files and addresses of blobs": () => {
    delete globalThis.Blob;
    delete URL.createObjectURL;
  },
};
