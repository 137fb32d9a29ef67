import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { companyWithEpisode, episodes } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const PLAYER = "https://www.youtube-nocookie.com";
const { company, episode } = companyWithEpisode();
const playable = episodes().filter((one) => one.episode.youtube);

const play = (page, { title }) => page.getByRole("button", { name: `Play episode: ${title}` });
const player = (page) => page.getByRole("complementary", { name: "Player" });
const frame = (page) => page.locator("iframe");
const source = async (page) => new URL(await frame(page).getAttribute("src"));

/** Build machines cannot reach the real player. The stand-in tells which video it plays, as that does. */
async function stubPlayer(page, guard) {
  guard.allowOrigin(PLAYER);
  await page.route(`${PLAYER}/**`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>stub</title>player
        <script>
          const plays = (video_id) =>
            parent.postMessage(JSON.stringify({ event: "infoDelivery", info: { videoData: { video_id } } }), "*");
          addEventListener("message", ({ data }) => {
            if (JSON.parse(data).event === "listening") document.title = "asked";
          });
        </script>`,
    }),
  );
}

test("the player is loaded from YouTube only after a click on play", async ({ page, guard }) => {
  await site.open(page, `./company/${company.slug}`);
  const button = play(page, episode);
  await button.hover();
  await button.focus();
  await expect(frame(page)).toHaveCount(0);
  await expect(page.locator("link[rel=preconnect], link[rel=dns-prefetch]")).toHaveCount(0);
  expect(guard.foreignRequests).toEqual([]);

  await stubPlayer(page, guard);
  await button.click();
  await expect(frame(page)).toHaveCount(1);
  const address = await source(page);
  expect(address.origin + address.pathname).toBe(`${PLAYER}/embed/${episode.youtube}`);
  await expect(frame(page)).toHaveAttribute("title", /\S/);
  await expect(frame(page)).toHaveAttribute("allow", /autoplay/);
  await expect(frame(page)).toHaveAttribute("referrerpolicy", "strict-origin-when-cross-origin");
  await expect(frame(page)).toBeFocused();
  await expect(page.frameLocator("iframe").getByText("player")).toBeVisible();
  expect(new Set(guard.foreignRequests)).toEqual(new Set([address.href]));
});

test("an episode has a link to its audio", async ({ page }) => {
  expect(episode.audio, "the episode must have audio").not.toHaveLength(0);
  await site.open(page, `./company/${company.slug}`);
  await site.expectHeading(page, company.name);
  const region = page.getByRole("region", { name: "Podcast" });
  await expect(region.getByRole("link", { name: /listen/i })).toHaveAttribute(
    "href",
    episode.audio[0].url,
  );
});

test("pressing play moves nothing", async ({ page, guard }) => {
  await stubPlayer(page, guard);
  for (const address of [`./company/${company.slug}`, "./listen"]) {
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await site.open(page, address);
      await play(page, episode).scrollIntoViewIfNeeded();
      await page.evaluate(() => {
        // The sign on the button changes, where it is.
        const all = [...document.querySelectorAll("main *:not(svg *)")];
        const shown = all.filter((one) => one.checkVisibility());
        window.places = shown.map((one) => [one, one.getBoundingClientRect().top + scrollY]);
      });
      await play(page, episode).click();
      await expect(frame(page)).toHaveCount(1);
      const moved = await page.evaluate(() =>
        window.places
          .filter(([one]) => one.isConnected)
          .filter(([one, top]) => one.getBoundingClientRect().top + scrollY !== top)
          .map(([one]) => one.outerHTML.slice(0, 120)),
      );
      expect(moved, `${address} at ${width} pixels`).toEqual([]);
    }
  }
});

test("the episode plays on while the reader moves about, until the player is closed", async ({
  page,
  guard,
}) => {
  await stubPlayer(page, guard);
  await site.open(page, `./company/${company.slug}`);
  await play(page, episode).click();
  await expect(page.frameLocator("iframe").getByText("player")).toBeVisible();
  const inside = await (await frame(page).elementHandle()).contentFrame();
  await inside.evaluate(() => (window.isSame = true));

  const nav = page.getByRole("navigation", { name: "Site" });
  for (const name of ["About", "Technologies", "Companies"]) {
    await nav.getByText(name, { exact: true }).click();
    await expect(frame(page)).toHaveCount(1);
    expect(await inside.evaluate(() => window.isSame), name).toBe(true);
  }
  await page.goBack();
  await site.expectHeading(page, "Technologies");
  expect(await inside.evaluate(() => window.isSame)).toBe(true);

  await player(page).getByRole("link", { name: company.name }).click();
  await site.expectHeading(page, company.name);
  await expect(play(page, episode)).toHaveAttribute("aria-pressed", "true");
  await player(page).getByRole("button", { name: "Close the player" }).click();
  await expect(frame(page)).toHaveCount(0);
  await expect(play(page, episode)).toHaveAttribute("aria-pressed", "false");
  await expect(play(page, episode)).toBeFocused();
});

test("one click plays all episodes one after another", async ({ page, guard }) => {
  await stubPlayer(page, guard);
  await site.open(page, "./listen");
  await page.getByRole("button", { name: "Play all" }).click();
  await expect(frame(page)).toHaveCount(1);
  const [first, second, third] = playable;
  const address = await source(page);
  expect(address.pathname).toBe(`/embed/${first.episode.youtube}`);
  expect(address.searchParams.get("playlist").split(",")).toEqual(
    playable.slice(1).map((one) => one.episode.youtube),
  );

  // The player goes on by itself: the page follows, and loads nothing anew.
  const inside = await (await frame(page).elementHandle()).contentFrame();
  await expect.poll(() => inside.title()).toBe("asked");
  await inside.evaluate((id) => plays(id), second.episode.youtube);
  await expect(player(page)).toContainText(second.episode.title);
  await expect(play(page, second.episode)).toHaveAttribute("aria-pressed", "true");
  await expect(play(page, first.episode)).toHaveAttribute("aria-pressed", "false");
  expect((await source(page)).href).toBe(address.href);

  const next = player(page).getByRole("button", { name: "Next" });
  await next.click();
  await expect(player(page)).toContainText(third.episode.title);
  expect((await source(page)).pathname).toBe(`/embed/${third.episode.youtube}`);
  await expect(next).toBeFocused();
});

test("a message of another site is none of the player's", async ({ page, guard }) => {
  await stubPlayer(page, guard);
  await site.open(page, "./listen");
  const [first, second] = playable;
  await play(page, first.episode).click();
  await expect(player(page)).toContainText(first.episode.title);
  await page.evaluate((video_id) => {
    for (const data of ["{", "{}", JSON.stringify({ info: { videoData: { video_id } } })]) {
      window.dispatchEvent(new MessageEvent("message", { data, origin: "https://example.org" }));
    }
    window.dispatchEvent(
      new MessageEvent("message", { data: "{", origin: "https://www.youtube-nocookie.com" }),
    );
  }, second.episode.youtube);
  await expect(player(page)).toContainText(first.episode.title);
  await expect(play(page, second.episode)).toHaveAttribute("aria-pressed", "false");
});

test("the address says where an episode starts", async ({ page, guard }) => {
  await stubPlayer(page, guard);
  await site.open(page, `./company/${company.slug}?t=90`);
  await play(page, episode).click();
  await expect(frame(page)).toHaveCount(1);
  expect((await source(page)).searchParams.get("start")).toBe("90");

  await site.open(page, "./listen?t=1m5s");
  const [first, second] = playable;
  for (const [one, start] of [
    [second, "65"],
    [first, null],
  ]) {
    await play(page, one.episode).click();
    await expect(player(page)).toContainText(one.episode.title);
    expect((await source(page)).searchParams.get("start")).toBe(start);
  }
});

test("without a connection the player says that it needs one, and starts with it", async ({
  page,
  context,
  guard,
}) => {
  await stubPlayer(page, guard);
  await site.open(page, "./listen");
  await context.setOffline(true);
  await expect(page.getByText("There is no connection now")).toBeVisible();
  await play(page, playable[0].episode).click();
  await expect(player(page).getByRole("status")).toContainText("needs a connection");
  await expect(frame(page)).toHaveCount(0);
  await context.setOffline(false);
  await expect(frame(page)).toHaveCount(1);
  // What is loaded stays when the connection goes.
  await context.setOffline(true);
  await expect(page.getByText("There is no connection now")).toBeVisible();
  await expect(frame(page)).toHaveCount(1);
});

test("every episode is listed with its number, title, company, technologies and marks", async ({
  page,
}) => {
  await site.open(page, "./listen");
  const rows = page.getByRole("main").locator("ol > li");
  await expect(rows).toHaveCount(episodes().length);
  for (const [at, { company, episode }] of episodes().entries()) {
    const row = rows.nth(at);
    await expect(row.getByRole("heading", { name: episode.title, exact: true })).toBeVisible();
    await expect(row.getByRole("link", { name: company.name, exact: true })).toBeVisible();
    if (episode.episode) await expect(row).toContainText(`Episode ${episode.episode}`);
    const strong = ({ evidence }) =>
      evidence.some(({ grade }) => ["stated", "title", "reference"].includes(grade));
    const some = (company.tags ?? []).some(strong);
    await expect(row.getByRole("list", { name: /^Technologies of/ })).toHaveCount(some ? 1 : 0);
  }
  const [{ episode }] = episodes();
  const heard = page.getByRole("button", { name: `Heard ${episode.title}` });
  await heard.click();
  await expect(heard).toHaveAttribute("aria-pressed", "true");
});

test("the open player has no axe violations and fits 320 pixels", async ({ page, guard }) => {
  await stubPlayer(page, guard);
  await site.open(page, "./listen");
  await play(page, playable[0].episode).click();
  await expect(frame(page)).toHaveCount(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  await expectToFit(page);
});
