import { test, expect } from "../support/test.mjs";
import {
  catalogue,
  companiesWithAll,
  inCell,
  inFigures,
  inWords,
  tallyOf,
  technology,
} from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const used = catalogue.technologies.filter(({ slug }) => companiesWithAll(slug).length > 0);
const usedBySeveral = used.filter(({ slug }) => companiesWithAll(slug).length > 1);

async function open(page, query = "") {
  await site.open(page, `./technologies${query}`);
  await site.expectHeading(page, "Technologies");
  await expect(matrix(page)).toBeVisible();
}

function matrix(page) {
  return page.getByRole("group", { name: "Matrix of technologies" }).getByRole("table");
}

function rowHeader(page, slug) {
  return matrix(page).getByRole("rowheader", { name: technology(slug).name, exact: true });
}

/** The matrix as shown: the texts of headers and cells. */
function read(page) {
  return matrix(page).evaluate((table) => {
    const text = (cell) => cell.textContent.trim();
    const [head, ...rows] = [...table.rows].map((row) => [...row.cells]);
    return {
      columns: head.slice(1).map(text),
      rows: rows.map(([header]) => text(header)),
      cells: rows.map(([, ...cells]) => cells.map(text)),
    };
  });
}

/** The name of the focused element. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element.getAttribute("aria-label") ?? element.textContent.trim();
  });
}

async function press(page, key, expected) {
  await page.keyboard.press(key);
  await expect.poll(() => focused(page), key).toBe(expected);
}

function pageWidths(page) {
  return page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
}

test("every technology is listed under its role with its number of companies", async ({ page }) => {
  await open(page);
  for (const { slug, name } of catalogue.technologies) {
    const item = page
      .getByRole("region", { name: "By role" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name, exact: true }) });
    await expect(
      item.getByRole("link", { name: `${inWords(tallyOf(slug))} with ${name}`, exact: true }),
    ).toBeVisible();
  }
  const spark = companiesWithAll("spark");
  const label = `${inWords(tallyOf("spark"))} with ${technology("spark").name}`;
  await page
    .getByRole("region", { name: "By role" })
    .getByRole("link", { name: label, exact: true })
    .click();
  await site.expectCompanies(page, spark);
});

test("the header links to the technologies", async ({ page }) => {
  await site.openHome(page);
  await page.getByRole("navigation", { name: "Site" }).getByText("Technologies").click();
  await site.expectHeading(page, "Technologies");
  await expect(page).toHaveTitle("Technologies: who uses what with what · Casebook");
});

for (const [which, query, expected] of [
  ["technologies that several companies use", "", usedBySeveral],
  ["all used technologies on request", "?show=all", used],
]) {
  test(`the matrix shows ${which}, with the counts of the filter`, async ({ page }) => {
    await open(page, query);
    const { columns, rows, cells } = await read(page);
    expect([...rows].sort()).toEqual(expected.map(({ name }) => name).sort());
    expect(columns).toEqual(rows);
    const slugs = rows.map((name) => expected.find((found) => found.name === name).slug);
    for (const [row, one] of slugs.entries()) {
      for (const [column, other] of slugs.entries()) {
        expect(cells[row][column], `${one} and ${other}`).toBe(inFigures(tallyOf(one, other)));
        expect(cells[column][row], "the matrix is symmetric").toBe(cells[row][column]);
      }
    }
    await expect(matrix(page).getByRole("rowheader")).toHaveCount(expected.length);
    await expect(matrix(page).getByRole("columnheader")).toHaveCount(expected.length);
  });
}

test("a cell links to the companies that use both; Back restores the matrix", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: `All (${used.length})` }).click();
  await expect(matrix(page).getByRole("rowheader")).toHaveCount(used.length);
  const both = companiesWithAll("kafka", "spark");
  const names = `${technology("kafka").name} and ${technology("spark").name}`;
  await matrix(page)
    .getByRole("link", { name: `${inCell(tallyOf("kafka", "spark"))} with ${names}`, exact: true })
    .click();
  await site.expectCompanies(page, both);
  expect(site.address(page)).toMatch(/\/\?tech=kafka&tech=spark$/);
  await page.goBack();
  await expect(matrix(page).getByRole("rowheader")).toHaveCount(used.length);
  await expect(page.getByRole("link", { name: `All (${used.length})` })).toHaveAttribute(
    "aria-current",
    "true",
  );
});

test("the matrix marks a technology and its component as such", async ({ page }) => {
  await open(page, "?show=all");
  const names = `${technology("spark").name} and ${technology("spark-streaming").name}`;
  await expect(
    matrix(page).getByRole("link", {
      name: `${inCell(tallyOf("spark", "spark-streaming"))} with ${names}, one a part of the other`,
      exact: true,
    }),
  ).toBeVisible();
});

test("arrow keys move within the matrix; it is a single Tab stop", async ({ page }) => {
  await open(page, "?show=all");
  const { rows, cells } = await read(page);
  const slugOf = (name) => used.find((technology) => technology.name === name).slug;
  const label = (row, column) => {
    const [one, other] = [rows[row], rows[column]];
    const start = `${inCell(tallyOf(slugOf(one), slugOf(other)))} with ${one}`;
    return row === column ? start : `${start} and ${other}`;
  };
  const expectAt = (row, column) =>
    expect
      .poll(async () => {
        const name = await focused(page);
        return row === column ? name : name.replace(/, one a part of the other$/, "");
      })
      .toBe(label(row, column));
  const filled = (row) => cells[row].flatMap((text, column) => (text ? [column] : []));

  await page.getByRole("link", { name: `All (${used.length})` }).focus();
  await press(page, "Tab", rows[0]);
  await page.keyboard.press("ArrowRight");
  await expectAt(0, filled(0)[0]);
  await press(page, "Home", rows[0]);
  await press(page, "ArrowUp", rows[0]);
  await press(page, "ArrowDown", rows[1]);
  await page.keyboard.press("End");
  await expectAt(1, filled(1).at(-1));
  await press(page, "Control+Home", rows[0]);
  await page.keyboard.press("Control+End");
  await expectAt(rows.length - 1, filled(rows.length - 1).at(-1));

  // Tab leaves the matrix from any cell, and Shift+Tab returns to that cell.
  const before = await focused(page);
  await page.keyboard.press("Tab");
  await expect(matrix(page).locator(":focus")).toHaveCount(0);
  await press(page, "Shift+Tab", before);
  await page.keyboard.press("Shift+Tab");
  await expect(matrix(page).locator(":focus")).toHaveCount(0);
});

test("sticky headers do not cover the focused cell", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "?show=all");
  const isCovered = () =>
    page.evaluate(() => {
      const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
      const corners = [
        [left + 2, top + 2],
        [right - 2, bottom - 2],
      ];
      return corners.some(([x, y]) => document.elementFromPoint(x, y) !== document.activeElement);
    });
  const kafka = technology("kafka").name;
  await matrix(page).getByRole("rowheader", { name: kafka, exact: true }).getByRole("link").focus();
  const expectUncovered = async (key, times) => {
    for (let pressed = 0; pressed < times; pressed += 1) {
      await page.keyboard.press(key);
      expect(await isCovered(), `${await focused(page)} after ${key}`).toBe(false);
    }
  };
  await expectUncovered("ArrowRight", 12);
  await expectUncovered("ArrowDown", 6);
  await expectUncovered("ArrowLeft", 10);
  await expectUncovered("ArrowUp", 8);
});

test("on a phone the matrix scrolls in its own box with sticky headers", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "?show=all");
  const [scrollWidth, clientWidth] = await pageWidths(page);
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);

  const { rows } = await read(page);
  const last = technology(used.find(({ name }) => name === rows.at(-1)).slug);
  const cell = matrix(page).getByRole("link", {
    name: `${inCell(tallyOf(last.slug))} with ${last.name}`,
    exact: true,
  });
  await expect(cell).not.toBeInViewport();
  await page.getByRole("group", { name: "Matrix of technologies" }).evaluate((box) => {
    box.scrollIntoView({ block: "center" });
    box.scrollTo(box.scrollWidth, box.scrollHeight);
  });
  await expect(cell).toBeInViewport({ ratio: 0.99 });
  await expect(rowHeader(page, last.slug)).toBeInViewport({ ratio: 0.9 });
  await expect(
    matrix(page).getByRole("columnheader", { name: last.name, exact: true }),
  ).toBeInViewport({ ratio: 0.9 });
});
