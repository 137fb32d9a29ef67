// Forms of a path: see journeys/path-forms.spec.mjs.
import { company, technology } from "./catalogue.mjs";

/** Paths of the site with the headings of their pages. */
export const PAGES = {
  "company/netflix": company("netflix").name,
  "technology/kafka": technology("kafka").name,
  about: "About Casebook",
  technologies: "Technologies",
  saved: "Saved",
  compare: "Compare companies",
};

/** Names under which some host serves the page at a path. */
export const FORMS = {
  "as a file": (path) => `/${path}.html`,
  "as a folder": (path) => `/${path}/`,
  "as the file of a folder": (path) => `/${path}/index.html`,
  "in capitals": (path) => `/${path.toUpperCase()}`,
  "with a capital": (path) => `/${path[0].toUpperCase()}${path.slice(1)}.HTML`,
  "with a doubled slash": (path) => `//${path}`,
  "with doubled slashes inside and at its end": (path) => `/${path.replace("/", "//")}//`,
  "with encoded slashes": (path) => `/${path.replaceAll("/", "%2F")}`,
};
