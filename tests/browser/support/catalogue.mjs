// The catalogue as `cargo xtask check --json` prints it, which the pages must agree with. Filtering
// is implemented here a second time on purpose: the journeys compare the two.
import { readFileSync } from "node:fs";

const path = process.env.CASEBOOK_CATALOG;
if (!path) {
  throw new Error("CASEBOOK_CATALOG is not set: run `cargo xtask test --only browser`");
}
export const catalogue = JSON.parse(readFileSync(path, "utf8"));

export function technology(slug) {
  const found = catalogue.technologies.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`the catalogue has no technology ${slug}`);
  return found;
}

export function company(slug) {
  const found = catalogue.companies.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`the catalogue has no company ${slug}`);
  return found;
}

/** A technology and its components: a filter by Spark includes Spark Streaming. */
function family(slug) {
  const parts = catalogue.technologies.filter((candidate) => candidate.parent === slug);
  return [slug, ...parts.flatMap((part) => family(part.slug))];
}

/** Grades that say that a technology is not in use. */
const NOT_IN_USE = ["plan", "past", "rejected", "not-used"];

/** A company's tags that count as use, on strong or weak evidence. */
export function usesOf(company) {
  const isUse = ({ evidence }) => evidence.some(({ grade }) => !NOT_IN_USE.includes(grade));
  return (company.tags ?? []).filter(isUse);
}

/** Whether a company uses a technology or a component of it. */
function uses(company, slug) {
  const slugs = family(slug);
  return usesOf(company).some((tag) => slugs.includes(tag.technology));
}

const STRONG = ["stated", "title", "reference"];

/** How many companies use all of the technologies: on strong evidence, and more on weak signs alone. */
export function tallyOf(...slugs) {
  const strongAlone = (company) => ({
    tags: usesOf(company).filter(({ evidence }) =>
      evidence.some(({ grade }) => STRONG.includes(grade)),
    ),
  });
  const count = (companies) =>
    companies.filter((company) => slugs.every((slug) => uses(company, slug))).length;
  const strong = count(catalogue.companies.map(strongAlone));
  return { strong, weak: count(catalogue.companies) - strong };
}

/** A tally as the site words it. */
export function inWords({ strong, weak }) {
  const companies = (number) => `${number} ${number === 1 ? "company" : "companies"}`;
  const signs = weak === 1 ? "a weak sign" : "weak signs";
  if (weak === 0) return companies(strong);
  return strong === 0
    ? `${companies(weak)} on ${signs}`
    : `${companies(strong)}, ${weak} more on ${signs}`;
}

/** A tally in a cell of the matrix: `2`, `2+1`, `+1`; empty for none. */
export function inFigures({ strong, weak }) {
  return `${strong || ""}${weak ? `+${weak}` : ""}`;
}

/** The start of the name of a cell of the matrix: what is seen, and what it means. */
export function inCell(tally) {
  return tally.weak ? `${inFigures(tally)}: ${inWords(tally)}` : inWords(tally);
}

function names(companies) {
  return companies.map((company) => company.name).sort();
}

/** Names of the companies that use each of the technologies. */
export function companiesWithAll(...slugs) {
  return names(catalogue.companies.filter((c) => slugs.every((slug) => uses(c, slug))));
}

/** Names of the companies that use at least one of them. */
export function companiesWithAny(...slugs) {
  return names(catalogue.companies.filter((c) => slugs.some((slug) => uses(c, slug))));
}

/** A technology's name on a chip. */
export function shortName({ name }) {
  return name.replace(/^Apache /, "");
}

/** A technology and everything it is a part of. */
function lineage(slug) {
  const { parent } = technology(slug);
  return parent ? [slug, ...lineage(parent)] : [slug];
}

/**
 * Names of the technologies that exactly `reach` of the companies use, in the order of the
 * vocabulary. A technology is left out if as many of them use one of its components, and so is a
 * component of one that is named.
 */
export function sharedBy(reach, ...slugs) {
  const compared = slugs.map(company);
  const width = (slug) => compared.filter((one) => uses(one, slug)).length;
  const isShared = (slug) =>
    width(slug) > 1 && !family(slug).some((part) => part !== slug && width(part) === width(slug));
  return catalogue.technologies
    .filter(({ slug }) => isShared(slug) && width(slug) === reach)
    .filter(({ slug }) => !lineage(slug).slice(1).some(isShared))
    .map(shortName);
}

/**
 * What companies have of each family: its name, how many of them have it and how many of these on strong
 * evidence, and by company the names of what it has of it.
 */
export function familiesOf(...slugs) {
  const families = new Map();
  slugs.forEach((slug, column) => {
    for (const tag of usesOf(company(slug))) {
      const root = lineage(tag.technology).at(-1);
      if (!families.has(root)) families.set(root, { tags: [], cells: slugs.map(() => []) });
      const { tags, cells } = families.get(root);
      tags.push({ ...tag, column });
      cells[column].push(shortName(technology(tag.technology)));
    }
  });
  return [...families.values()].map(({ tags, cells }) => {
    const isCommon = (slug) => tags.every((tag) => lineage(tag.technology).includes(slug));
    const name = shortName(technology(lineage(tags[0].technology).find(isCommon)));
    const isStrong = ({ evidence }) => evidence.some(({ grade }) => STRONG.includes(grade));
    const columns = (some) => new Set(some.map(({ column }) => column)).size;
    return { name, cells, reach: columns(tags), strong: columns(tags.filter(isStrong)) };
  });
}

/** Two technologies that are used, but not by the same company. */
export function unsharedPair() {
  const used = catalogue.technologies
    .map(({ slug }) => slug)
    .filter((slug) => companiesWithAll(slug).length > 0);
  for (const a of used) {
    const b = used.find((other) => companiesWithAll(a, other).length === 0);
    if (b) return [a, b];
  }
  throw new Error("every pair of technologies is used by some company");
}

/** Every episode with its company, by number; those without one last. */
export function episodes() {
  const all = catalogue.companies.flatMap((company) =>
    (company.podcasts ?? []).map((episode) => ({ company, episode })),
  );
  const number = ({ episode }) => episode.episode ?? Infinity;
  return all.sort((a, b) => (number(a) === number(b) ? 0 : number(a) - number(b)));
}

/** A company with an episode that can be played. */
export function companyWithEpisode() {
  const found = catalogue.companies.find((c) => (c.podcasts ?? []).some((p) => p.youtube));
  if (!found) throw new Error("no company has an episode to play");
  return { company: found, episode: found.podcasts.find((podcast) => podcast.youtube) };
}
