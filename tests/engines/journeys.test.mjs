// One description of the journeys for Firefox and WebKit: every route, every kind of state.
// tests/browser tests them in more detail in Chromium. What the drivers cannot do:
//
// - Neither reports layout shifts: the heading's place is compared instead.
// - WebKit's driver cannot answer in the place of another site, so in both the request for the
//   player is seen and refused; a player that answers is tested in Chromium.
// - Neither reads a downloaded file or the clipboard: exports are tested in Chromium.
// - Firefox goes back by `history.back()`: Puppeteer's own waits for a load.
// - WebKit's driver reports no errors of the page: a script that the host puts first keeps them.
// - WebKit's Back skips history entries that no click made, so journeys click through the driver.
import "./journeys/routes.mjs";
import "./journeys/grid.mjs";
import "./journeys/company.mjs";
import "./journeys/lists.mjs";
import "./journeys/conditions.mjs";
