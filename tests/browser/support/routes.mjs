import { catalogue } from "./catalogue.mjs";

/** Every route, relative to the base path, with the heading of its page. */
export const ROUTES = [
  ["", "Who runs what, and how do we know?"],
  ["technologies", "Technologies"],
  ["material", "Material"],
  ["listen", "Listen"],
  ["compare", "Compare companies"],
  ["saved", "Saved"],
  ["about", "About Casebook"],
  ...catalogue.companies.map(({ slug, name }) => [`company/${slug}`, name]),
  ...catalogue.technologies.map(({ slug, name }) => [`technology/${slug}`, name]),
];
