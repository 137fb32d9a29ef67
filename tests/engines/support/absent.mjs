/**
 * Runs first in each page: as in a browser that has none of the interfaces that the site can do
 * without.
 */
export function removeInterfaces() {
  const remove = (object, ...names) => {
    for (const name of names) {
      for (let holder = object; holder; holder = Object.getPrototypeOf(holder)) {
        delete holder[name];
      }
    }
  };
  remove(window, "PerformanceObserver", "IntersectionObserver", "ResizeObserver");
  remove(window, "requestIdleCallback", "trustedTypes", "navigation", "scheduler");
  remove(performance, "getEntriesByType", "getEntriesByName", "mark", "measure");
  remove(navigator, "serviceWorker", "clipboard", "share", "storage", "userAgentData");
  remove(document, "startViewTransition");
  for (const area of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, area, {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  }
}
