import { test, expect } from "../support/test.mjs";
import { companyWithEpisode } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const PLAYER = "https://www.youtube-nocookie.com";
const { company, episode } = companyWithEpisode();

test("the player is loaded from YouTube only after a click on play", async ({ page, guard }) => {
  await site.open(page, `./company/${company.slug}`);
  const play = page.getByRole("button", { name: `Play episode: ${episode.title}` });
  await play.hover();
  await play.focus();
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.locator("link[rel=preconnect], link[rel=dns-prefetch]")).toHaveCount(0);
  expect(guard.foreignRequests).toEqual([]);

  guard.allowOrigin(PLAYER);
  // Build machines cannot reach the real player, so it is stubbed.
  await page.route(`${PLAYER}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>stub</title>player" }),
  );
  await play.click();
  const frame = page.locator("iframe");
  await expect(frame).toHaveCount(1);
  const source = new URL(await frame.getAttribute("src"));
  expect(source.origin + source.pathname).toBe(`${PLAYER}/embed/${episode.youtube}`);
  await expect(frame).toHaveAttribute("title", /\S/);
  await expect(frame).toHaveAttribute("allow", /autoplay/);
  await expect(frame).toHaveAttribute("referrerpolicy", "strict-origin-when-cross-origin");
  await expect(frame).toBeFocused();
  await expect(page.frameLocator("iframe").getByText("player")).toBeVisible();
  expect(new Set(guard.foreignRequests)).toEqual(new Set([source.href]));
});

test("an episode has a link to its audio", async ({ page }) => {
  expect(episode.audio, "the episode must have audio").toBeTruthy();
  await site.open(page, `./company/${company.slug}`);
  await site.expectHeading(page, company.name);
  const region = page.getByRole("region", { name: "Podcast" });
  await expect(region.getByRole("link", { name: /listen/i })).toHaveAttribute(
    "href",
    episode.audio,
  );
});

test("pressing play moves nothing", async ({ page, guard }) => {
  guard.allowOrigin(PLAYER);
  await page.route(`${PLAYER}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "" }),
  );
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await site.open(page, `./company/${company.slug}`);
    const heights = () =>
      page.evaluate(() => [
        document.documentElement.scrollHeight,
        document.querySelector(".player").offsetHeight,
      ]);
    const before = await heights();
    await page.getByRole("button", { name: `Play episode: ${episode.title}` }).click();
    await expect(page.locator("iframe")).toHaveCount(1);
    expect(await heights(), `${width} pixels`).toEqual(before);
  }
});

test("a player does not start by itself when the reader comes back", async ({ page, guard }) => {
  guard.allowOrigin(PLAYER);
  await page.route(`${PLAYER}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "" }),
  );
  await site.open(page, `./company/${company.slug}`);
  await page.getByRole("button", { name: `Play episode: ${episode.title}` }).click();
  await expect(page.locator("iframe")).toHaveCount(1);
  await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
  await site.expectHeading(page, "About Casebook");
  await page.goBack();
  await site.expectHeading(page, company.name);
  await expect(page.locator("iframe")).toHaveCount(0);
});
