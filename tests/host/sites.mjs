// The release sites that the tests run against: `cargo xtask test` names their folders. Journeys
// run on sites of frozen content, so that they may name companies; a few hold for any content and
// run on the site itself.

function folder(name) {
  const folder = process.env[name];
  if (!folder) throw new Error(`${name} is not set: run the tests by \`cargo xtask test\``);
  return folder;
}

/** The site under /. */
export const ROOT = folder("CASEBOOK_SITE");

/** The same site under /sub/; the site itself has none. */
export const SUB = process.env.CASEBOOK_SUB_SITE;
