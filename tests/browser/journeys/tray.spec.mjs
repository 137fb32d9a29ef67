// The tray of the companies that are compared.
import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { catalogue, company, episodes } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const PLAYER = "https://www.youtube-nocookie.com";
const FIVE = ["linkedin", "twitter", "netflix", "pinterest", "spotify"];
const names = (...slugs) => slugs.map((slug) => company(slug).name);

const tray = (page) => page.getByRole("complementary", { name: "Companies to compare" });
const button = (page, slug) =>
  page.getByRole("button", { name: new RegExp(`^Compare ${company(slug).name}(: Comparing)?$`) });
const remove = (page, slug) =>
  tray(page).getByRole("button", { name: `Remove ${company(slug).name} from the comparison` });

async function choose(page, ...slugs) {
  for (const slug of slugs) {
    await button(page, slug).click();
    await expect(button(page, slug)).toHaveAttribute("aria-pressed", "true");
  }
}

async function expectChosen(page, ...slugs) {
  await expect(tray(page).getByRole("listitem")).toHaveText(names(...slugs));
  await expect(tray(page).getByRole("link")).toHaveText(`Compare ${slugs.length}`);
}

test("cards toggle, and the tray names what is chosen and leads to the comparison", async ({
  page,
}) => {
  await site.openHome(page);
  await expect(tray(page)).toHaveCount(0);
  await expect(button(page, "linkedin")).toHaveAttribute("aria-pressed", "false");
  await choose(page, "linkedin", "twitter");
  await expectChosen(page, "linkedin", "twitter");
  await expect(button(page, "linkedin")).toHaveAccessibleName("Compare LinkedIn: Comparing");

  await button(page, "linkedin").click();
  await expect(button(page, "linkedin")).toHaveAttribute("aria-pressed", "false");
  await expectChosen(page, "twitter");

  await choose(page, "linkedin");
  await tray(page).getByRole("link", { name: "Compare 2" }).click();
  await site.expectHeading(page, "Compare companies");
  expect(site.address(page)).toBe("/compare?company=twitter&company=linkedin");
  await expect(tray(page)).toHaveCount(0);
});

test("the tray survives other pages and a reload, and follows the comparison", async ({ page }) => {
  await site.openHome(page);
  await choose(page, "linkedin", "twitter");
  await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
  await site.expectHeading(page, "About Casebook");
  await expectChosen(page, "linkedin", "twitter");
  await site.reload(page);
  await expectChosen(page, "linkedin", "twitter");
  await site.open(page, "./company/netflix");
  await choose(page, "netflix");
  await expectChosen(page, "linkedin", "twitter", "netflix");

  await tray(page).getByRole("link").click();
  await page.getByRole("link", { name: "Remove Twitter" }).click();
  await page.goBack();
  await page.goBack();
  await site.expectHeading(page, "Netflix");
  await expectChosen(page, "linkedin", "twitter", "netflix");
});

test("companies are removed in the tray, and the focus is not lost", async ({ page }) => {
  await site.openHome(page);
  await choose(page, "linkedin", "twitter", "netflix");
  await remove(page, "twitter").click();
  await expectChosen(page, "linkedin", "netflix");
  await expect(remove(page, "netflix")).toBeFocused();
  await page.keyboard.press("Enter");
  await expectChosen(page, "linkedin");
  await expect(remove(page, "linkedin")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(tray(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await choose(page, "linkedin", "twitter");
  await page.evaluate(() => scrollTo(0, 400));
  await tray(page).getByRole("button", { name: "Clear" }).click();
  await expect(tray(page)).toHaveCount(0);
  await expect(button(page, "twitter")).toHaveAttribute("aria-pressed", "false");
  expect(await page.evaluate(() => scrollY)).toBe(400);
  await site.reload(page);
  await expect(tray(page)).toHaveCount(0);
});

test("a company too many changes nothing, and the tray says so", async ({ page }) => {
  await site.openHome(page);
  await choose(page, ...FIVE.slice(0, 4));
  await button(page, FIVE[4]).click();
  const refusal = "At most four companies can be compared. Remove one to add Spotify.";
  await expect(tray(page).getByText(refusal)).toBeVisible();
  await expect(button(page, FIVE[4])).toHaveAttribute("aria-pressed", "false");
  await expectChosen(page, ...FIVE.slice(0, 4));
  await remove(page, FIVE[0]).click();
  await expect(tray(page).getByText(refusal)).toHaveCount(0);
  await choose(page, FIVE[4]);
  await expectChosen(page, ...FIVE.slice(1));
});

test("screen readers hear each change, and nothing when a page is opened", async ({ page }) => {
  const heard = page.locator("[aria-live=polite]");
  await site.openHome(page);
  await choose(page, "linkedin");
  await expect(heard.filter({ hasText: "LinkedIn added. 1 company to compare." })).toHaveCount(1);
  await choose(page, "twitter");
  await expect(heard.filter({ hasText: "Twitter added. 2 companies to compare." })).toHaveCount(1);
  await button(page, "linkedin").click();
  await expect(heard.filter({ hasText: "LinkedIn removed. 1 company" })).toHaveCount(1);
  await tray(page).getByRole("button", { name: "Clear" }).click();
  await expect(heard.filter({ hasText: "Nothing to compare." })).toHaveCount(1);
  await choose(page, "linkedin");
  await site.reload(page);
  await expectChosen(page, "linkedin");
  await expect(heard.filter({ hasText: "compare" })).toHaveCount(0);
});

/** Whether the middle of an element is what a click there would hit. */
const isOnTop = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return element === hit || element.contains(hit) || Boolean(hit?.contains(element));
};

for (const [width, height] of [
  [320, 640],
  [360, 740],
  [1280, 800],
]) {
  test(`at ${width} pixels the tray covers nothing that has the focus, nor the player`, async ({
    page,
    guard,
  }) => {
    guard.allowOrigin(PLAYER);
    await page.route(`${PLAYER}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>stub</title>" }),
    );
    await page.setViewportSize({ width, height });
    await site.openHome(page);
    await choose(page, ...FIVE.slice(0, 4));
    await expectToFit(page);
    await expectAccessible(page, "the grid with the tray");
    const covered = [];
    for (let pressed = 0; pressed < 90; pressed += 1) {
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      if ((await focused.count()) === 0) break;
      if (!(await focused.evaluate(isOnTop))) {
        covered.push(await focused.evaluate((one) => one.outerHTML.slice(0, 100)));
      }
    }
    expect(covered).toEqual([]);

    const { company: first, episode } = episodes().find((one) => one.episode.youtube);
    await page.getByRole("navigation", { name: "Site" }).getByText("Listen").click();
    await page.getByRole("button", { name: `Play episode: ${episode.title}` }).click();
    const player = page.getByRole("complementary", { name: "Player" });
    await expect(player).toContainText(first.name);
    const [one, other] = [await player.boundingBox(), await tray(page).boundingBox()];
    const isApart =
      one.x + one.width <= other.x ||
      other.x + other.width <= one.x ||
      one.y + one.height <= other.y ||
      other.y + other.height <= one.y;
    expect(isApart, JSON.stringify([one, other])).toBe(true);
    for (const control of await tray(page).getByRole("button").all()) {
      await control.scrollIntoViewIfNeeded();
    }
    for (const box of [one, other]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    // Any link of the page can be scrolled to where it is seen.
    const last = page.getByRole("contentinfo").getByRole("link").last();
    await last.focus();
    expect(await last.evaluate(isOnTop)).toBe(true);
  });
}

test("a tab keeps its own comparison, and what it holds is read with care", async ({ page }) => {
  await page.addInitScript(() => {
    sessionStorage.setItem("casebook.compared", "company=nope&company=netflix&%E0%A4&company=uber");
  });
  await site.openHome(page);
  await expectChosen(page, "netflix", "uber");
  expect(catalogue.companies.length).toBeGreaterThan(4);
});
