//! The checks, in the order in which they run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::{budget, reproducible, rules};
use crate::content::Folder;
use crate::process::{self, run};
use crate::publish::{Destination, Policy, Settings};
use crate::setup::{self, Need, TO_BUILD, Tools, WASM};
use crate::site::{self, App};
use crate::{check, project};

/// The folders of the sites under test.
const OWN: &str = "dist";
const AT_ROOT: &str = "target/xtask/journeys";
const AT_SUB_PATH: &str = "target/xtask/journeys-sub";

/// The content of the sites for journeys. Journeys name companies, so their content is frozen.
const FROZEN: &str = "crates/compiler/tests/fixtures/site";

/// One check.
pub(super) struct Step {
    /// The name for `--only`.
    pub(super) name: &'static str,
    /// What it checks, for `--list` and the heading.
    pub(super) about: &'static str,
    /// What set-up prepares.
    pub(super) needs: &'static [Need],
    /// Steps that must have passed.
    pub(super) after: &'static [&'static str],
    pub(super) run: fn(&Tools) -> Result<()>,
}

/// All of them.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "format",
        about: "Rust is formatted by rustfmt; styles, scripts and JSON by Prettier",
        needs: &[Need::Npm],
        after: &[],
        run: format,
    },
    Step {
        name: "rules",
        about: "the architecture's rules hold",
        needs: &[],
        after: &[],
        run: |_| rules::check(),
    },
    Step {
        name: "content",
        about: "the content compiles without an error, and its facts are those of content/review.txt",
        needs: &[],
        after: &[],
        run: content_compiles,
    },
    Step {
        name: "lint",
        about: "clippy and rustc warn of nothing, natively and for the browser",
        needs: &[Need::WasmTarget],
        after: &[],
        run: lint,
    },
    Step {
        name: "docs",
        about: "the documentation builds without a warning",
        needs: &[],
        after: &[],
        run: docs,
    },
    Step {
        name: "native",
        about: "unit, property and snapshot tests",
        needs: &[],
        after: &[],
        run: native,
    },
    Step {
        name: "scripts",
        about: "unit tests of the page's scripts, the style, the content's schemas and the host that everything runs on (node --test)",
        needs: &[Need::Npm],
        after: &[],
        run: scripts,
    },
    Step {
        name: "dom",
        about: "components in a real DOM (tests/dom.rs in Chromium)",
        needs: &[Need::WasmTarget, Need::WasmTestRunner, Need::Browser],
        after: &[],
        run: dom,
    },
    Step {
        name: "build",
        about: "the release site builds",
        needs: TO_BUILD,
        after: &["content"],
        run: build,
    },
    Step {
        name: "frozen",
        about: "the sites of frozen content build, at / and at /sub/, and are the same wherever they are built",
        needs: TO_BUILD,
        after: &[],
        run: build_frozen,
    },
    Step {
        name: "budget",
        about: "the first paint and the first load are small enough",
        needs: &[],
        after: &["build"],
        run: |_| budget::check(OWN),
    },
    Step {
        name: "html",
        about: "every page of all sites is valid HTML (html-validate)",
        needs: &[Need::Npm],
        after: &["build", "frozen"],
        run: valid_html,
    },
    Step {
        name: "site",
        about: "what holds for any content holds for the release site (Playwright)",
        needs: &[Need::Npm, Need::Browser],
        after: &["build"],
        run: own_site,
    },
    Step {
        name: "browser",
        about: "a reader's journeys through the frozen content (Playwright)",
        needs: &[Need::Npm, Need::Browser],
        after: &["frozen"],
        run: browser,
    },
    Step {
        name: "reviewed",
        about: "pages look, print and are heard as reviewed (Playwright; `cargo xtask snapshots`)",
        needs: &[Need::Npm, Need::Browser],
        after: &["frozen"],
        run: |tools| run(&mut reviewed(tools)?),
    },
    Step {
        name: "firefox",
        about: "every route and kind of state in Firefox (Puppeteer over WebDriver BiDi)",
        needs: &[Need::Npm, Need::Firefox],
        after: &["frozen"],
        run: |tools| engine(tools, "firefox"),
    },
    Step {
        name: "webkit",
        about: "the same journeys in WebKit (WebKitGTK's WebDriver under Xvfb)",
        needs: &[Need::Npm, Need::WebKit],
        after: &["frozen"],
        run: |tools| engine(tools, "webkit"),
    },
    Step {
        name: "nginx",
        about: "nginx serves the frozen sites as deploy/nginx.conf says",
        needs: &[Need::Npm, Need::Nginx],
        after: &["frozen"],
        run: nginx,
    },
];

/// The files that Prettier formats. Not Markdown: the chapter is kept byte for byte. Not snapshots:
/// Playwright writes them.
const PRETTIER: &[&str] = &[
    "tests",
    "!tests/browser/reviewed/snapshots",
    "style",
    "public",
    "xtask/src",
    ".github",
    "package.json",
    "webdriver.json",
];

fn format(tools: &Tools) -> Result<()> {
    let rust = run(process::cargo().args(["fmt", "--all", "--check"]))
        .context("run `cargo fmt --all`, then look at what changed");
    let rest = run(tools.command("prettier")?.args(["--check", "--ignore-unknown"]).args(PRETTIER))
        .context("run `npx prettier --write` on the files named above");
    both(rust, rest)
}

/// Two results as one, so that the first failure does not hide the second.
fn both(first: Result<()>, second: Result<()>) -> Result<()> {
    match (first, second) {
        (Err(first), Err(second)) => bail!("{first:#}; and {second:#}"),
        (first, second) => first.and(second),
    }
}

fn content_compiles(_: &Tools) -> Result<()> {
    check::require_accepted(&Folder::default())
}

fn lint(_: &Tools) -> Result<()> {
    let clippy = |arguments: &[&str]| {
        run(process::cargo().arg("clippy").args(arguments).args([
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]))
    };
    both(clippy(&["--workspace"]), clippy(&["--package", "casebook", "--target", WASM]))
}

fn docs(_: &Tools) -> Result<()> {
    run(process::cargo()
        .args(["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"])
        .env("RUSTDOCFLAGS", "--deny warnings"))
}

fn native(_: &Tools) -> Result<()> {
    run(process::cargo().args(["test", "--workspace", "--quiet", "--no-fail-fast"]))
}

fn scripts(tools: &Tools) -> Result<()> {
    run(tools
        .command("node")?
        .args(["--test", "--test-reporter=dot"])
        .args(test_files("tests/boot")?)
        .args(test_files("tests/content")?)
        .args(test_files("tests/host")?)
        .args(test_files("tests/style")?)
        .env("CASEBOOK_POLICY", Policy::new("").for_header()))
}

fn valid_html(tools: &Tools) -> Result<()> {
    let sites = [OWN, AT_ROOT, AT_SUB_PATH];
    for (site, maker) in sites.into_iter().zip(["build", "frozen", "frozen"]) {
        site::require_built(site, maker)?;
    }
    run(tools
        .command("node")?
        .args(["--test", "--test-reporter=spec"])
        .args(test_files("tests/html")?)
        .env("CASEBOOK_SITES", env::join_paths(sites)?))
}

fn dom(tools: &Tools) -> Result<()> {
    run(tools
        .command("cargo")?
        .args(["test", "--package", "casebook", "--target", WASM, "--test", "dom"])
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver_options(tools.chrome()?)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}

/// Writes webdriver.json with the path of the browser, and returns its path.
fn webdriver_options(chrome: &Path) -> Result<PathBuf> {
    let text = fs::read_to_string(project::path("webdriver.json"))
        .context("cannot read webdriver.json")?;
    let mut options: Value =
        serde_json::from_str(&text).context("webdriver.json is not valid JSON")?;
    options["goog:chromeOptions"]["binary"] = chrome.to_string_lossy().into();
    write_scratch("webdriver.json", &options.to_string())
}

fn build(tools: &Tools) -> Result<()> {
    let settings = Settings::default();
    let app = App::build(tools, &settings.content)?;
    app.publish(tools, &settings, Destination::open(&project::path(OWN))?)
}

fn build_frozen(tools: &Tools) -> Result<()> {
    let at_root = Settings { content: frozen(), ..Settings::default() };
    let at_sub_path = Settings {
        content: frozen(),
        origin: Some("https://example.org".parse()?),
        path: "/sub/".parse()?,
        ..Settings::default()
    };
    let app = App::build(tools, &at_root.content)?;
    app.publish(tools, &at_root, Destination::open(&project::path(AT_ROOT))?)?;
    app.publish(tools, &at_sub_path, Destination::open(&project::path(AT_SUB_PATH))?)?;
    reproducible::check(tools, &app, &at_sub_path, AT_SUB_PATH)
}

fn frozen() -> Folder {
    Folder::from(PathBuf::from(FROZEN))
}

fn own_site(tools: &Tools) -> Result<()> {
    site::require_built(OWN, "build")?;
    run(playwright(tools, &Folder::default())?.env("CASEBOOK_SITE", OWN))
}

fn browser(tools: &Tools) -> Result<()> {
    let mut playwright = playwright(tools, &frozen())?;
    run(on_frozen_sites(playwright.args(["--project", "root", "--project", "sub-path"]))?)
}

/// What compares the frozen site with its pictures and accessibility trees.
fn reviewed(tools: &Tools) -> Result<Command> {
    let mut playwright = playwright(tools, &frozen())?;
    on_frozen_sites(playwright.args(["--project", "reviewed"]))?;
    Ok(playwright)
}

/// Builds the frozen site and writes the pictures and accessibility trees that differ from it.
pub(super) fn take_snapshots() -> Result<()> {
    let tools = setup::prepare(&[TO_BUILD, &[Need::Browser]].concat())?;
    build_frozen(&tools)?;
    run(reviewed(&tools)?.arg("--update-snapshots=changed"))
}

fn playwright(tools: &Tools, content: &Folder) -> Result<Command> {
    let mut playwright = tools.command("playwright")?;
    playwright
        .args(["test", "--config", "tests/browser/playwright.config.mjs"])
        .env("CASEBOOK_CATALOG", write_catalog(content)?)
        .env_remove("CASEBOOK_SUB_SITE");
    Ok(playwright)
}

/// Runs the journeys of tests/engines in an engine, which is the name of its driver there.
fn engine(tools: &Tools, name: &str) -> Result<()> {
    run(node_tests(tools, "tests/engines")?.env("CASEBOOK_ENGINE", name))
}

fn nginx(tools: &Tools) -> Result<()> {
    run(&mut node_tests(tools, "tests/nginx")?)
}

/// The `*.test.mjs` files of a folder in Node.js's own test runner, on the frozen sites.
fn node_tests(tools: &Tools, folder: &str) -> Result<Command> {
    let mut node = tools.command("node")?;
    node.args(["--test", "--test-reporter=spec"])
        .args(test_files(folder)?)
        .env("CASEBOOK_CATALOG", write_catalog(&frozen())?);
    on_frozen_sites(&mut node)?;
    Ok(node)
}

fn on_frozen_sites(command: &mut Command) -> Result<&mut Command> {
    site::require_built(AT_ROOT, "frozen")?;
    site::require_built(AT_SUB_PATH, "frozen")?;
    Ok(command.env("CASEBOOK_SITE", AT_ROOT).env("CASEBOOK_SUB_SITE", AT_SUB_PATH))
}

/// Listed one by one: Node.js 20 accepts no patterns, later versions no folders.
fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let files = project::files_ending_in(&project::path(folder), ".test.mjs")?;
    if files.is_empty() {
        bail!("there are no tests in {folder}");
    }
    Ok(files)
}

/// Writes the catalogue that tests compare the site with.
fn write_catalog(content: &Folder) -> Result<PathBuf> {
    let compilation = content.compile()?;
    write_scratch("catalog.json", &serde_json::to_string(&compilation.catalog)?)
}

/// Writes a temporary file and returns its path.
fn write_scratch(name: &str, text: &str) -> Result<PathBuf> {
    let folder = project::scratch();
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let path = folder.join(name);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
