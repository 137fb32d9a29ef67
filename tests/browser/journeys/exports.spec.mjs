// Files for other programs, fetched over HTTP and compared with the schema and the catalogue.
import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";

import { test, expect } from "../support/test.mjs";
import { catalogue, technology } from "../support/catalogue.mjs";
import { parseCsv } from "../support/csv.mjs";

const STRONG = ["stated", "title", "reference"];

async function fetchText(request, path, type) {
  const answer = await request.get(`./${path}`);
  expect(answer.status(), path).toBe(200);
  expect(answer.headers()["content-type"], path).toContain(type);
  return answer.text();
}

async function fetchJson(request, path) {
  return JSON.parse(await fetchText(request, path, "application/json"));
}

/** A function that validates documents against the schema that the site serves. */
async function validator(request) {
  const schema = await fetchJson(request, "api/schema.json");
  const ajv = addFormats(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));
  ajv.addSchema(schema, "schema");
  return (document, definition) => {
    const validate = ajv.compile({ $ref: `schema#/$defs/${definition}` });
    const faults = validate(document)
      ? []
      : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
    if (!document.$schema?.endsWith(`/api/schema.json#/$defs/${definition}`)) {
      faults.push(`$schema is ${document.$schema}`);
    }
    return faults;
  };
}

/** Each company of the catalogue with its technologies and their grades. */
function expectedTags() {
  return catalogue.companies.map(({ slug, tags = [] }) => ({
    slug,
    technologies: tags.map((tag) => ({
      slug: tag.technology,
      grade: tag.evidence[0].grade,
    })),
  }));
}

test("every JSON file conforms to the schema", async ({ request }) => {
  const faultsOf = await validator(request);
  const companies = await fetchJson(request, "api/companies.json");
  expect(faultsOf(companies, "companies")).toEqual([]);
  const technologies = await fetchJson(request, "api/technologies.json");
  expect(faultsOf(technologies, "technologies")).toEqual([]);
  for (const { data, slug } of companies.companies) {
    const company = await fetchJson(request, data.slice(1));
    expect(faultsOf(company, "company"), slug).toEqual([]);
  }
});

test("the schema rejects unknown fields and values", async ({ request }) => {
  const faultsOf = await validator(request);
  const { data } = (await fetchJson(request, "api/companies.json")).companies[0];
  const good = await fetchJson(request, data.slice(1));
  const changes = [
    (company) => (company.extra = 1),
    (company) => delete company.name,
    (company) => (company.technologies[0].grade = "sure"),
    (company) => (company.technologies[0].role = "magic"),
    (company) => (company.technologies[0].evidence = []),
    (company) => (company.resources[0].kind = "podcast"),
    (company) => (company.resources[0].url = "javascript:alert(1)"),
  ];
  for (const change of changes) {
    const document = structuredClone(good);
    change(document.company);
    expect(faultsOf(document, "company"), `${change}`).not.toEqual([]);
  }
});

test("the JSON has all companies, technologies and evidence of the catalogue", async ({
  request,
}) => {
  const { companies, source, sources } = await fetchJson(request, "api/companies.json");
  const credits = catalogue.chapters.map(({ title, book, homepage, permalink, ...rest }) => ({
    title: book ?? title,
    chapter: title,
    homepage: homepage ?? null,
    permalink: permalink ?? null,
    ...rest,
  }));
  expect(sources).toEqual(credits);
  expect(source).toEqual(credits[0]);
  const tags = companies.map(({ slug, technologies }) => ({
    slug,
    technologies: technologies.map(({ slug, grade }) => ({ slug, grade })),
  }));
  expect(tags).toEqual(expectedTags());
  for (const [index, expected] of catalogue.companies.entries()) {
    const { company } = await fetchJson(request, companies[index].data.slice(1));
    const quotes = (tags) => tags.flatMap((tag) => tag.evidence.map(({ quote }) => quote));
    expect(quotes(company.technologies)).toEqual(quotes(expected.tags ?? []));
    expect(company.resources.map(({ url }) => url)).toEqual(
      (expected.resources ?? []).map(({ url }) => url),
    );
    expect(company.podcasts.map(({ title }) => title)).toEqual(
      (expected.podcasts ?? []).map(({ title }) => title),
    );
  }
});

test("the URLs in the JSON open the right pages", async ({ request }) => {
  const { companies } = await fetchJson(request, "api/companies.json");
  const { technologies } = await fetchJson(request, "api/technologies.json");
  for (const { page, name } of [...companies, ...technologies]) {
    const answer = await request.get(page);
    expect(answer.status(), page).toBe(200);
    const title = name.replaceAll("&", "&amp;");
    expect(await answer.text(), page).toContain(`<title>${title}: `);
  }
});

test("the CSV has a row for each company, with the technologies of the JSON", async ({
  request,
}) => {
  const table = await fetchText(request, "companies.csv", "text/csv");
  // Without a byte order mark, which programs would take for a part of the first column's name.
  expect(table.startsWith("slug,name,")).toBe(true);
  const rows = parseCsv(table);
  const { companies } = await fetchJson(request, "api/companies.json");
  const expected = companies.map(({ slug, technologies }) => ({
    slug,
    strong: technologies.filter(({ strong }) => strong).map(({ name }) => name),
    weak: technologies
      .filter(({ strong }) => !strong)
      .map(({ name, grade }) => `${name} (${grade})`),
  }));
  const listOf = (field) => (field === "" ? [] : field.split("; "));
  const found = rows.map(({ slug, technologies_strong, technologies_weak }) => ({
    slug,
    strong: listOf(technologies_strong),
    weak: listOf(technologies_weak),
  }));
  expect(found).toEqual(expected);
  for (const row of rows) {
    for (const field of Object.values(row)) expect(field).not.toMatch(/^\s*[=+\-@]|^\t/);
  }
});

test("the feed is well-formed and has an entry for each company", async ({ page, request }) => {
  await page.goto("./about");
  const address = page.locator('head link[type="application/atom+xml"]');
  const path = await address.getAttribute("href");
  const xml = await fetchText(request, path.slice(1), "xml");
  // On a blank page, because the site's Trusted Types policy forbids parsing text as a document.
  await page.goto("about:blank");
  const feed = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    const ATOM = "http://www.w3.org/2005/Atom";
    const texts = (parent, name) =>
      [...parent.getElementsByTagNameNS(ATOM, name)].map((element) => element.textContent);
    return {
      fault: document.querySelector("parsererror")?.textContent,
      root: document.documentElement.namespaceURI === ATOM && document.documentElement.localName,
      authors: texts(document, "name"),
      ids: texts(document, "id"),
      updated: texts(document, "updated"),
      entries: [...document.getElementsByTagNameNS(ATOM, "entry")].map((entry) => ({
        title: texts(entry, "title")[0],
        page: entry.querySelector('link[rel="alternate"]').getAttribute("href"),
        terms: [...entry.querySelectorAll("category")].map((one) => one.getAttribute("term")),
        content: texts(entry, "content")[0],
      })),
    };
  }, xml);
  expect(feed.fault).toBeUndefined();
  expect(feed.root).toBe("feed");
  expect(new Set(feed.authors)).toEqual(new Set(catalogue.chapters.map(({ author }) => author)));
  const changes = feed.entries.filter(({ page }) => page === "/about");
  expect(changes).toHaveLength(catalogue.changes.length);
  expect(new Set(feed.ids).size).toBe(catalogue.companies.length + changes.length + 1);
  expect(feed.updated).toHaveLength(feed.ids.length);
  for (const day of feed.updated) expect(day).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const companies = feed.entries.filter((entry) => !changes.includes(entry));
  expect(companies.map(({ title, page, terms }) => ({ title, page, terms }))).toEqual(
    catalogue.companies.map(({ slug, name, tags = [] }) => ({
      title: name,
      page: `/company/${slug}`,
      terms: tags.map((tag) => tag.technology),
    })),
  );
  for (const [index, { tags = [] }] of catalogue.companies.entries()) {
    for (const tag of tags.filter(({ evidence }) => STRONG.includes(evidence[0].grade))) {
      expect(companies[index].content).toContain(technology(tag.technology).name);
    }
  }
});
